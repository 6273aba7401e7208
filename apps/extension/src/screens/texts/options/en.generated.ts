// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "lead": () => string
readonly "accounts": () => string
readonly "add": () => string
} = {
  title: () => "Settings",
  lead: () => "Orders go through your own accounts. Keys stay in this browser.",
  accounts: () => "Accounts",
  add: () => "Add an account"
}
