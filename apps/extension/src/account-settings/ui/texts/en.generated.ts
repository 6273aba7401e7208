// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "key": (d: { readonly "tail": string }) => string
readonly "remove": {
readonly "action": () => string
readonly "title": (d: { readonly "name": string }) => string
readonly "text": () => string
readonly "confirm": () => string
}
readonly "test": () => string
readonly "edit": () => string
readonly "connection": {
readonly "testing": () => string
readonly "good": () => string
readonly "balance": (d: { readonly "balance": string }) => string
readonly "bad": () => string
readonly "kept": () => string
}
readonly "form": {
readonly "add": () => string
readonly "edit": (d: { readonly "name": string }) => string
readonly "name": () => string
readonly "nameHint": () => string
readonly "kind": () => string
readonly "kindHint": () => string
readonly "address": () => string
readonly "addressHint": () => string
readonly "apiKey": () => string
readonly "keyStays": () => string
readonly "notSaved": () => string
readonly "save": () => string
readonly "cancel": () => string
readonly "keyWhere": () => string
readonly "recognize": () => string
}
readonly "demo": {
readonly "kind": () => string
readonly "facts": () => string
readonly "remove": {
readonly "title": () => string
readonly "text": () => string
readonly "confirm": () => string
}
}
readonly "recognition": {
readonly "asking": () => string
readonly "found": (d: { readonly "kind": string }) => string
readonly "refused": () => string
readonly "none": () => string
}
} = {
  key: (d) => "key " + select(d.tail, { none: "stored", other: "…" + d.tail }),
  remove: {
    action: () => "Remove",
    title: (d) => "Remove " + d.name + " and its key?",
    text: () => "The key can’t be restored; you’d enter it again. Its orders stay in your history, but aren’t checked any more.",
    confirm: () => "Remove account and key"
  },
  test: () => "Test connection",
  edit: () => "Edit",
  connection: {
    testing: () => "Reading the balance…",
    good: () => "Connected",
    balance: (d) => "Your balance is " + d.balance + ". Open a video and click the Orderwright icon to order.",
    bad: () => "Not connected",
    kept: () => "Not removed"
  },
  form: {
    add: () => "Add an account",
    edit: (d) => "Edit " + d.name,
    name: () => "Name",
    nameHint: () => "Your own name for it, shown in the popup.",
    kind: () => "Kind",
    kindHint: () => "Which API the account has. You can’t change it later.",
    address: () => "Address of the API",
    addressHint: () => "Your browser asks you to allow this address.",
    apiKey: () => "Key",
    keyStays: () => "Leave empty to keep the stored key.",
    notSaved: () => "The account wasn’t saved",
    save: () => "Save and test",
    cancel: () => "Cancel",
    keyWhere: () => "Signed in at your provider, you find it on the page named “API”. It’s kept in this browser as chosen under “Keys”, and sent only to this address.",
    recognize: () => "Recognise the API"
  },
  demo: {
    kind: () => "Demo",
    facts: () => "Played inside the extension: no network, no money.",
    remove: {
      title: () => "Remove the demo?",
      text: () => "Its orders stay in your history. You can try it again from the first page.",
      confirm: () => "Remove the demo"
    }
  },
  recognition: {
    asking: () => "Asking the address…",
    found: (d) => "This is a " + d.kind + " API. It takes your key.",
    refused: () => "The address has an API, but it refused the key. Copy the key once more.",
    none: () => "No API we know answers at this address. Copy it from your provider’s page named “API”."
  }
}
