// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "cancel": () => string
readonly "failed": {
readonly "title": () => string
readonly "retry": () => string
}
} = {
  cancel: () => "Cancel",
  failed: {
    title: () => "Orderwright couldn’t open",
    retry: () => "Try again"
  }
}
