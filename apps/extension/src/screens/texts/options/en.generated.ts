// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "lead": () => string
readonly "accounts": () => string
readonly "add": () => string
readonly "sections": {
readonly "label": () => string
readonly "accounts": () => string
readonly "limits": () => string
readonly "keys": () => string
readonly "appearance": () => string
readonly "notifications": () => string
readonly "data": () => string
readonly "ordering": () => string
}
} = {
  title: () => "Settings",
  lead: () => "Orders go through your own accounts. Keys stay in this browser.",
  accounts: () => "Accounts",
  add: () => "Add an account",
  sections: {
    label: () => "Sections",
    accounts: () => "Accounts",
    limits: () => "Limits",
    keys: () => "Keys",
    appearance: () => "Appearance",
    notifications: () => "Notifications",
    data: () => "Your data",
    ordering: () => "Ordering"
  }
}
