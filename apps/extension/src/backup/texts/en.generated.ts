// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
type Rule = (value: number, ordinal?: 1) => string
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const plural = (value: Value, offset: number, rule: Rule, forms: Forms, ordinal?: 1): string =>
  form(forms, String(value), rule(Number(value) - offset, ordinal))
const select = (value: Value, forms: Forms): string => form(forms, String(value))
const en: Rule = (value, ordinal) =>
  new Intl.PluralRules('en', { type: ordinal === 1 ? 'ordinal' : 'cardinal' }).select(value)
export const messages: {
readonly "tooLarge": () => string
readonly "foreign": () => string
readonly "damaged": (d: { readonly "place": string }) => string
readonly "whole": () => string
readonly "newer": () => string
readonly "changed": () => string
readonly "onItsWay": () => string
readonly "interrupted": () => string
readonly "import": {
readonly "nothing": () => string
readonly "missingAccount": (d: { readonly "id": string }) => string
readonly "account": (d: { readonly "name": string; readonly "address": string; readonly "done": Value }) => string
readonly "removedAccount": (d: { readonly "name": string; readonly "address": string; readonly "done": Value }) => string
readonly "limit": (d: { readonly "cap": Value; readonly "account": string; readonly "done": Value; readonly "after": string; readonly "before": string }) => string
readonly "none": () => string
readonly "duplicates": (d: { readonly "done": Value; readonly "after": string; readonly "before": string }) => string
readonly "never": () => string
readonly "minutes": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "hours": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "days": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "notifications": (d: { readonly "count": Value; readonly "names": string; readonly "done": Value; readonly "on": Value }) => string
readonly "quoted": (d: { readonly "name": string }) => string
readonly "balance": (d: { readonly "account": string; readonly "done": Value; readonly "after": string; readonly "before": string }) => string
readonly "active": (d: { readonly "account": string; readonly "done": Value }) => string
readonly "drafts": (d: { readonly "count": Value; readonly "done": Value; readonly "replaced": Value; readonly "shown": string }) => string
readonly "seen": (d: { readonly "count": Value; readonly "done": Value; readonly "shown": string }) => string
readonly "added": (d: { readonly "count": Value; readonly "done": Value; readonly "state": string; readonly "shown": string }) => string
readonly "updated": (d: { readonly "count": Value; readonly "done": Value; readonly "before": string; readonly "shown": string; readonly "state": string }) => string
readonly "kept": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "unclear": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "claimed": (d: { readonly "unclear": string; readonly "orderIds": string }) => string
readonly "claimedMore": (d: { readonly "unclear": string; readonly "orderIds": string }) => string
readonly "keptAccounts": (d: { readonly "count": Value; readonly "names": string }) => string
readonly "refusedAccounts": (d: { readonly "count": Value; readonly "names": string }) => string
}
} = {
  tooLarge: () => "This file is larger than any that Orderwright exports.",
  foreign: () => "This file wasn’t exported by Orderwright. Choose another one.",
  damaged: (d) => "This file is damaged at “" + d.place + "”, so nothing was imported. Export it again where it came from.",
  whole: () => "the whole",
  newer: () => "A newer Orderwright made this file. Update this one, then import it again.",
  changed: () => "Something changed here since this was shown. Check what the file would change now, then import it.",
  onItsWay: () => "An order is on its way. Wait until you know what became of it.",
  interrupted: () => "Something interrupted us. What had begun is finished at the next start.",
  import: {
    nothing: () => "Nothing in it is new.",
    missingAccount: (d) => "an account that is not here (" + d.id + ")",
    account: (d) => "Account " + d.name + " at " + d.address + " " + select(d.done, { yes: "", other: "would be " }) + "added. Enter its key again.",
    removedAccount: (d) => "Removed account " + d.name + " at " + d.address + " " + select(d.done, { yes: "", other: "would be " }) + "added, for its orders.",
    limit: (d) => select(d.cap, { perOrder: "Per-order limit", perDay: "Per-day limit", other: "Total limit" }) + " of " + d.account + " " + select(d.done, { yes: "", other: "would be " }) + "set: " + d.after + " instead of " + d.before + ".",
    none: () => "none",
    duplicates: (d) => "Warning about duplicate orders " + select(d.done, { yes: "", other: "would be " }) + "changed: " + d.after + " instead of " + d.before + ".",
    never: () => "never",
    minutes: (d) => "within " + plural(d.count, 0, en, { one: d.shown + " minute", other: d.shown + " minutes" }),
    hours: (d) => "within " + plural(d.count, 0, en, { one: d.shown + " hour", other: d.shown + " hours" }),
    days: (d) => "within " + plural(d.count, 0, en, { one: d.shown + " day", other: d.shown + " days" }),
    notifications: (d) => plural(d.count, 0, en, { one: "Notification", other: "Notifications" }) + " " + d.names + " " + select(d.done, { yes: "", other: "would be " }) + "switched " + select(d.on, { yes: "on", other: "off" }) + ".",
    quoted: (d) => "“" + d.name + "”",
    balance: (d) => "Last known balance of " + d.account + " " + select(d.done, { yes: "", other: "would be " }) + "changed: " + d.after + " instead of " + d.before + ".",
    active: (d) => d.account + " " + select(d.done, { yes: "", other: "would be " }) + "chosen in the popup.",
    drafts: (d) => plural(d.count, 0, en, { one: d.shown + " draft", other: d.shown + " drafts" }) + " " + select(d.done, { yes: "", other: "would be " }) + select(d.replaced, { yes: "replaced by a later one", other: "added" }) + ".",
    seen: (d) => plural(d.count, 0, en, { one: d.shown + " order", other: d.shown + " orders" }) + " " + select(d.done, { yes: "", other: "would be " }) + "marked as seen.",
    added: (d) => plural(d.count, 0, en, { one: d.shown + " order", other: d.shown + " orders" }) + " " + select(d.done, { yes: "", other: "would be " }) + "added: " + d.state + ".",
    updated: (d) => plural(d.count, 0, en, { one: d.shown + " order", other: d.shown + " orders" }) + " " + select(d.done, { yes: "", other: "would be " }) + "updated" + select(d.before, { same: " (now: " + d.state + ")", other: ": " + d.state + " instead of " + d.before }) + ".",
    kept: (d) => plural(d.count, 0, en, { one: d.shown + " order", other: d.shown + " orders" }) + " here already.",
    unclear: (d) => plural(d.count, 0, en, { one: d.shown + " order is", other: d.shown + " orders are" }) + " unclear here, and only looking it up settles that.",
    claimed: (d) => d.unclear + " The file has " + d.orderIds + " for it.",
    claimedMore: (d) => d.unclear + " The file has " + d.orderIds + " and others for it.",
    keptAccounts: (d) => plural(d.count, 0, en, { one: "Account " + d.names + " stays as it is here.", other: "Accounts " + d.names + " stay as they are here." }),
    refusedAccounts: (d) => plural(d.count, 0, en, { one: "Account", other: "Accounts" }) + " " + d.names + " left out: the address or the id can’t be used."
  }
}
