// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "known": () => string
} = {
  title: () => "An order that is not in this list",
  known: () => "I know of it"
}
