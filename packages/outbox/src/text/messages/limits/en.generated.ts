// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "account": () => string
readonly "money": (d: { readonly "amount": string; readonly "currency": string }) => string
readonly "over_order_cap": (d: { readonly "over": string; readonly "cap": string }) => string
readonly "over_day_cap": (d: { readonly "over": string; readonly "cap": string; readonly "spent": string }) => string
readonly "over_account_cap": (d: { readonly "over": string; readonly "cap": string; readonly "spent": string }) => string
readonly "over_balance": (d: { readonly "over": string; readonly "account": string; readonly "balance": string; readonly "reserved": string }) => string
readonly "other_currency": (d: { readonly "account": string; readonly "set": string; readonly "now": string }) => string
} = {
  account: () => "this account",
  money: (d) => d.amount + " " + d.currency,
  over_order_cap: (d) => d.over + " over your " + d.cap + " per-order limit.",
  over_day_cap: (d) => d.over + " over your " + d.cap + " per-day limit: you’ve already spent " + d.spent + " today.",
  over_account_cap: (d) => d.over + " over your " + d.cap + " total limit: you’ve already spent " + d.spent + ".",
  over_balance: (d) => "You’re " + d.over + " short: " + d.account + " has " + d.balance + select(d.reserved, { none: "", other: ", and " + d.reserved + " of it is for orders on their way" }) + ". Add funds there first.",
  other_currency: (d) => "Your limits for " + d.account + " are in " + d.set + ", but it charges in " + d.now + ". Set them again."
}
