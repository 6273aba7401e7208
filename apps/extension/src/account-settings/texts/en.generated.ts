// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "missingName": () => string
readonly "missingKey": () => string
readonly "keyFor": (d: { readonly "host": string; readonly "before": string }) => string
readonly "notAllowed": () => string
readonly "unknownOrder": {
readonly "address": () => string
readonly "removal": () => string
}
readonly "askedNobody": () => string
} = {
  missingName: () => "Give the account a name.",
  missingKey: () => "Paste the key from your account there.",
  keyFor: (d) => "Enter the key for " + d.host + ". The stored key is for " + d.before + " and goes nowhere else.",
  notAllowed: () => "The browser isn’t allowed to reach this address yet. Press “Test connection” and choose “Allow”.",
  unknownOrder: {
    address: () => "An order through this account isn’t settled yet. Resolve it under “Orders”, then change the address.",
    removal: () => "An order through this account isn’t settled yet. Resolve it under “Orders”, then remove the account."
  },
  askedNobody: () => "The browser may not reach this address. Try again and choose “Allow”."
}
