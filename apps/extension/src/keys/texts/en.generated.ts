// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "tooShort": (d: { readonly "least": string }) => string
readonly "tooUniform": () => string
} = {
  tooShort: (d) => "Use at least " + d.least + " characters, such as four words.",
  tooUniform: () => "Use more different letters, such as four words."
}
