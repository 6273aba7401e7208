// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "errors": {
readonly "network": (d: { readonly "name": string; readonly "host": string }) => string
readonly "timeout": (d: { readonly "name": string }) => string
readonly "aborted": (d: { readonly "name": string }) => string
readonly "redirected": (d: { readonly "host": string }) => string
readonly "unreadable": (d: { readonly "kind": Value; readonly "host": string }) => string
}
readonly "invalidKey": (d: { readonly "name": string }) => string
readonly "refused": (d: { readonly "name": string }) => string
readonly "says": (d: { readonly "name": string; readonly "message": string }) => string
readonly "status": {
readonly "forbidden": (d: { readonly "name": string; readonly "status": string }) => string
readonly "missing": (d: { readonly "host": string; readonly "status": string }) => string
readonly "tooMany": (d: { readonly "name": string }) => string
readonly "server": (d: { readonly "name": string; readonly "status": string }) => string
readonly "other": (d: { readonly "name": string; readonly "status": string }) => string
}
readonly "notAllowed": (d: { readonly "host": string }) => string
readonly "noKey": (d: { readonly "name": string; readonly "host": string }) => string
} = {
  errors: {
    network: (d) => "Can’t reach " + d.name + ". Check your connection and the address (" + d.host + "), then try again.",
    timeout: (d) => d.name + " didn’t answer in time. Try again in a moment.",
    aborted: (d) => "The request to " + d.name + " was interrupted. Try again.",
    redirected: (d) => d.host + " forwards to another address. Your key isn’t sent there; enter that address in the settings instead.",
    unreadable: (d) => "This address doesn’t answer like " + select(d.kind, { qqtube: "a QQTube API", other: "a panel API" }) + ". Check the address (" + d.host + ") and the kind of account."
  },
  invalidKey: (d) => d.name + " didn’t accept your key. Copy it again from your account there, and save it in the settings.",
  refused: (d) => d.name + " refused this without saying why. Ask its support.",
  says: (d) => d.name + " says: “" + d.message + "”",
  status: {
    forbidden: (d) => d.name + " doesn’t let you in (HTTP " + d.status + "). Check the key and the address.",
    missing: (d) => "There is no API at this address of " + d.host + " (HTTP " + d.status + "). Check the address.",
    tooMany: (d) => d.name + " asks for fewer requests. Wait a minute, then try again.",
    server: (d) => d.name + " has a problem of its own (HTTP " + d.status + "). Try again later.",
    other: (d) => d.name + " refused the request (HTTP " + d.status + "). Check the address."
  },
  notAllowed: (d) => "The browser isn’t allowed to reach " + d.host + " yet. Open the settings, press “Test connection” and choose “Allow”.",
  noKey: (d) => "There is no key for " + d.name + " at " + d.host + ". Enter it in the settings, under “Edit”."
}
