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
readonly "message": (d: { readonly "service": string; readonly "sentence": string }) => string
readonly "open": () => string
readonly "titles": {
readonly "completed": () => string
readonly "partial": () => string
readonly "canceled": () => string
readonly "refunded": () => string
readonly "error": () => string
readonly "stopped": () => string
readonly "rejected": () => string
readonly "not_sent": () => string
readonly "unknown": () => string
readonly "choose": () => string
readonly "found": () => string
readonly "not_found": () => string
readonly "placed_after_all": () => string
readonly "renumbered": () => string
readonly "charged_differently": () => string
}
readonly "summaries": {
readonly "completed": (d: { readonly "shown": string }) => string
readonly "partial": (d: { readonly "shown": string }) => string
readonly "refund": (d: { readonly "shown": string }) => string
readonly "error": (d: { readonly "shown": string }) => string
readonly "doubt": (d: { readonly "shown": string }) => string
readonly "charge": (d: { readonly "shown": string }) => string
}
readonly "badge": {
readonly "idle": () => string
readonly "orders": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "accounts": (d: { readonly "count": Value; readonly "accounts": string; readonly "shown": string }) => string
}
} = {
  message: (d) => d.service + ": " + d.sentence,
  open: () => "Open your orders to see them.",
  titles: {
    completed: () => "Order completed",
    partial: () => "Order delivered in part",
    canceled: () => "Order canceled",
    refunded: () => "Money refunded",
    error: () => "Order has a problem",
    stopped: () => "Order stopped",
    rejected: () => "Order refused",
    not_sent: () => "Order not sent",
    unknown: () => "Order status unclear",
    choose: () => "Order status unclear: choose which it is",
    found: () => "Order found",
    not_found: () => "Order was not placed",
    placed_after_all: () => "Order was placed after all",
    renumbered: () => "Order has another number",
    charged_differently: () => "Charged differently"
  },
  summaries: {
    completed: (d) => d.shown + " orders completed",
    partial: (d) => d.shown + " orders delivered in part",
    refund: (d) => "Money refunded for " + d.shown + " orders",
    error: (d) => d.shown + " orders have a problem",
    doubt: (d) => d.shown + " orders were unclear",
    charge: (d) => d.shown + " orders charged differently"
  },
  badge: {
    idle: () => "Order for this page",
    orders: (d) => "Orderwright: " + plural(d.count, 0, en, { one: d.shown + " order needs", other: d.shown + " orders need" }) + " you",
    accounts: (d) => "Orderwright: " + plural(d.count, 0, en, { one: d.shown + " order needs", other: d.shown + " orders need" }) + " you (" + d.accounts + ")"
  }
}
