// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
type Rule = (value: number, ordinal?: 1) => string
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const number = (locale: string, value: Value, offset: number): string =>
  new Intl.NumberFormat(locale).format(Number(value) - offset)
const plural = (value: Value, offset: number, rule: Rule, forms: Forms, ordinal?: 1): string =>
  form(forms, String(value), rule(Number(value) - offset, ordinal))
const select = (value: Value, forms: Forms): string => form(forms, String(value))
const en: Rule = (value, ordinal) =>
  new Intl.PluralRules('en', { type: ordinal === 1 ? 'ordinal' : 'cardinal' }).select(value)
export const messages: {
readonly "removedAccount": () => string
readonly "earlier": (d: { readonly "orderId": string; readonly "account": string; readonly "ago": string; readonly "status": string }) => string
readonly "outcome": {
readonly "label": () => string
readonly "unknown": () => string
readonly "all": () => string
readonly "back": () => string
readonly "new": () => string
readonly "again": () => string
readonly "copy": () => string
readonly "copied": () => string
}
readonly "issue": {
readonly "nothingSent": () => string
readonly "showOrder": () => string
readonly "before": () => string
readonly "service": () => string
readonly "price": () => string
readonly "none": () => string
}
readonly "review": {
readonly "label": () => string
readonly "title": () => string
readonly "later": {
readonly "title": () => string
readonly "text": () => string
}
readonly "breakdown": () => string
readonly "paid": (d: { readonly "account": string; readonly "after": string }) => string
readonly "paidFrom": (d: { readonly "account": string }) => string
readonly "order": (d: { readonly "price": string }) => string
readonly "again": (d: { readonly "price": string }) => string
readonly "dont": () => string
readonly "back": () => string
readonly "busy": () => string
}
readonly "unseen": {
readonly "title": (d: { readonly "title": string; readonly "service": string }) => string
readonly "again": () => string
readonly "show": () => string
}
readonly "held": {
readonly "title": (d: { readonly "price": string }) => string
readonly "text": (d: { readonly "seconds": Value }) => string
readonly "undo": () => string
}
} = {
  removedAccount: () => "a removed account",
  earlier: (d) => select(d.orderId, { none: "An order without a number yet", other: "Order " + d.orderId }) + " through " + d.account + ", " + d.ago + ": " + d.status + ".",
  outcome: {
    label: () => "Outcome",
    unknown: () => "Look before you order again",
    all: () => "All orders",
    back: () => "Back to the form",
    "new": () => "New order",
    again: () => "Try again",
    copy: () => "Copy the order number",
    copied: () => "Copied"
  },
  issue: {
    nothingSent: () => "Nothing was sent.",
    showOrder: () => "Show that order",
    before: () => "You have ordered this before",
    service: () => "The service has changed",
    price: () => "The price has changed",
    none: () => "Nothing was ordered"
  },
  review: {
    label: () => "Review",
    title: () => "Review your order",
    later: {
      title: () => "Your limits can’t stop this",
      text: () => "Each delivered order is charged later, whatever it comes to."
    },
    breakdown: () => "Price breakdown",
    paid: (d) => "Paid from " + d.account + "; " + d.after + " left after.",
    paidFrom: (d) => "Paid from " + d.account + ".",
    order: (d) => "Order for " + d.price,
    again: (d) => "Order it again for " + d.price,
    dont: () => "Don’t order",
    back: () => "Back",
    busy: () => "Ordering…"
  },
  unseen: {
    title: (d) => d.title + ": " + d.service,
    again: () => "Try again",
    show: () => "Show the order"
  },
  held: {
    title: (d) => "Ordering for " + d.price,
    text: (d) => "Nothing is sent for " + plural(d.seconds, 0, en, { one: number("en", d.seconds, 0) + " second", other: number("en", d.seconds, 0) + " seconds" }) + ".",
    undo: () => "Undo"
  }
}
