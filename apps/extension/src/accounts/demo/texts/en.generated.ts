// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "name": () => string
readonly "noService": () => string
readonly "noMoney": () => string
} = {
  name: () => "Demo provider",
  noService: () => "The demo provider does not offer this service.",
  noMoney: () => "Your demo money does not cover this order. Remove the demo in the settings and try it again to start afresh."
}
