// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "orderForLink": () => string
readonly "orderForPage": () => string
} = {
  orderForLink: () => "Order for this link",
  orderForPage: () => "Order for this page, beside it"
}
