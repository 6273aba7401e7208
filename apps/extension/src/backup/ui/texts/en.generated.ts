// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "title": () => string
readonly "about": () => string
readonly "export": () => string
readonly "importChoice": () => string
readonly "failed": () => string
readonly "imported": () => string
readonly "preview": (d: { readonly "file": string }) => string
readonly "import": () => string
readonly "cancel": () => string
readonly "forget": {
readonly "action": () => string
readonly "title": () => string
readonly "text": () => string
readonly "confirm": () => string
}
readonly "setAside": {
readonly "title": () => string
readonly "about": () => string
readonly "line": (d: { readonly "reason": Value; readonly "at": string }) => string
readonly "secret": () => string
readonly "remove": {
readonly "action": () => string
readonly "title": (d: { readonly "name": string }) => string
readonly "secret": () => string
readonly "text": () => string
readonly "confirm": () => string
}
readonly "download": () => string
readonly "names": {
readonly "draft": () => string
readonly "order": () => string
readonly "accounts": () => string
readonly "activeAccount": () => string
readonly "autoLock": () => string
readonly "balances": () => string
readonly "consent": () => string
readonly "keys": () => string
readonly "limits": () => string
readonly "other": (d: { readonly "key": string }) => string
}
}
} = {
  title: () => "Your data",
  about: () => "Accounts, orders and what you have entered stay in this browser. A file of them holds no keys, and no catalogues: those are read from your provider again.",
  export: () => "Export to a file",
  importChoice: () => "Import from a file",
  failed: () => "That did not work",
  imported: () => "Imported",
  preview: (d) => "What " + d.file + " would change",
  import: () => "Import",
  cancel: () => "Cancel",
  forget: {
    action: () => "Forget everything",
    title: () => "Forget everything?",
    text: () => "Accounts, keys, orders, catalogues, drafts and the permission to reach your providers are deleted and can’t be restored. Orders under way or unclear go on at your provider, and nobody looks for them. Export your data first if you may want it.",
    confirm: () => "Forget it all"
  },
  setAside: {
    title: () => "Set aside",
    about: () => "Orderwright couldn’t read these, and goes on without them. Nothing else is touched.",
    line: (d) => select(d.reason, { newer: "written by a newer version", other: "damaged" }) + select(d.at, { none: "", other: ", " + d.at }) + ".",
    secret: () => "It may hold keys, so it can only be removed.",
    remove: {
      action: () => "Remove from here",
      title: (d) => "Remove " + d.name + " for good?",
      secret: () => "It can’t be restored.",
      text: () => "It can’t be restored. Download it first if a later version or a person may still read it.",
      confirm: () => "Remove for good"
    },
    download: () => "Download",
    names: {
      draft: () => "A draft",
      order: () => "An order",
      accounts: () => "The accounts",
      activeAccount: () => "The account last used",
      autoLock: () => "The time to lock",
      balances: () => "The last balances",
      consent: () => "Your consent",
      keys: () => "The keys",
      limits: () => "The limits",
      other: (d) => "“" + d.key + "”"
    }
  }
}
