// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "kinds": {
readonly "qqtube": () => string
readonly "panel": () => string
}
readonly "removed": () => string
readonly "otherKey": (d: { readonly "host": string }) => string
readonly "address": {
readonly "missing": () => string
readonly "unreadable": () => string
readonly "credentials": () => string
readonly "query": () => string
readonly "port": (d: { readonly "port": string }) => string
readonly "insecure": () => string
}
} = {
  kinds: {
    qqtube: () => "QQTube",
    panel: () => "Panel (API v2)"
  },
  removed: () => "This account was removed. Choose another, or add it again in the settings.",
  otherKey: (d) => "The stored key is for " + d.host + " and goes nowhere else.",
  address: {
    missing: () => "Enter the address of the API, such as https://example.com/api.",
    unreadable: () => "This is not an address. It looks like https://example.com/api.",
    credentials: () => "Leave user name and password out of the address. The key has its own field.",
    query: () => "Leave out everything from the “?” or “#” on.",
    port: (d) => "Browsers never open port " + d.port + ". Use another port.",
    insecure: () => "Start the address with https://. Otherwise your key would travel unprotected."
  }
}
