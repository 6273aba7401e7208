// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "notAnAmount": (d: { readonly "given": string }) => string
readonly "negative": (d: { readonly "given": string }) => string
} = {
  notAnAmount: (d) => "“" + d.given + "” isn’t an amount. Write it like 12.50.",
  negative: (d) => "“" + d.given + "” is below zero. Use 0 or more."
}
