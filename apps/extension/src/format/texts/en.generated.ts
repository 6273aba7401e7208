// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "justNow": () => string
} = {
  justNow: () => "just now"
}
