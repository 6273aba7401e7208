// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
type Rule = (value: number, ordinal?: 1) => string
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const en: Rule = (value, ordinal) =>
  new Intl.PluralRules('en', { type: ordinal === 1 ? 'ordinal' : 'cardinal' }).select(value)
const plural = (value: Value, offset: number, rule: Rule, forms: Forms, ordinal?: 1): string =>
  form(forms, String(value), rule(Number(value) - offset, ordinal))
export const messages: {
readonly "title": () => string
readonly "about": () => string
readonly "duplicates": {
readonly "label": () => string
readonly "hint": () => string
readonly "never": () => string
readonly "minutes": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "hours": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "days": (d: { readonly "count": Value; readonly "shown": string }) => string
}
readonly "caps": {
readonly "perOrder": () => string
readonly "perDay": () => string
readonly "perAccount": () => string
}
readonly "accountForm": (d: { readonly "account": string }) => string
readonly "noLimit": () => string
readonly "otherCurrency": {
readonly "title": (d: { readonly "currency": string }) => string
readonly "text": (d: { readonly "account": string; readonly "currency": string }) => string
}
readonly "save": () => string
readonly "saved": () => string
readonly "spent": (d: { readonly "today": string; readonly "all": string }) => string
readonly "over": () => string
readonly "change": () => string
} = {
  title: () => "Limits",
  about: () => "An order over a limit is stopped before anything is sent. A subscription is charged later, so no limit can stop its cost.",
  duplicates: {
    label: () => "Warn me about duplicate orders",
    hint: () => "Same service, quantity and link, through any account. An order that may still be on its way can’t be repeated, whatever you choose.",
    never: () => "Never",
    minutes: (d) => "Within " + plural(d.count, 0, en, { one: d.shown + " minute", other: d.shown + " minutes" }) + " of the first",
    hours: (d) => "Within " + plural(d.count, 0, en, { one: d.shown + " hour", other: d.shown + " hours" }) + " of the first",
    days: (d) => "Within " + plural(d.count, 0, en, { one: d.shown + " day", other: d.shown + " days" }) + " of the first"
  },
  caps: {
    perOrder: () => "Per order",
    perDay: () => "Per day",
    perAccount: () => "Total"
  },
  accountForm: (d) => "Limits of " + d.account,
  noLimit: () => "No limit",
  otherCurrency: {
    title: (d) => "These limits are in " + d.currency,
    text: (d) => d.account + " now charges in " + d.currency + ". Check the limits and save them; until then nothing can be ordered."
  },
  save: () => "Save limits",
  saved: () => "Saved. They apply from the next order on.",
  spent: (d) => "Spent today " + d.today + ", in all " + d.all,
  over: () => "Over your limit",
  change: () => "Change limit"
}
