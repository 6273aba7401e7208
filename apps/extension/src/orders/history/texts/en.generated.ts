// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "gone": () => string
} = {
  gone: () => "This order is no longer in your history."
}
