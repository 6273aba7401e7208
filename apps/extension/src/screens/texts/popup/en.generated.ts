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
readonly "label": () => string
readonly "heading": () => string
readonly "unread": (d: { readonly "provider": string }) => string
readonly "retry": () => string
readonly "gone": {
readonly "title": (d: { readonly "id": string }) => string
readonly "text": () => string
}
readonly "balance": () => string
readonly "refresh": () => string
readonly "settings": () => string
readonly "views": () => string
readonly "order": () => string
readonly "orders": () => string
readonly "account": () => string
readonly "removed": (d: { readonly "name": string }) => string
readonly "waiting": (d: { readonly "name": string; readonly "count": Value; readonly "shown": string }) => string
readonly "unclear": (d: { readonly "shown": string }) => string
readonly "new": (d: { readonly "shown": string }) => string
readonly "consent": {
readonly "title": () => string
readonly "text": () => string
readonly "action": () => string
}
readonly "connect": {
readonly "title": () => string
readonly "text": () => string
readonly "action": () => string
readonly "demo": () => string
}
readonly "locked": {
readonly "title": () => string
readonly "text": () => string
}
readonly "demo": () => string
readonly "openPanel": () => string
readonly "openWindow": () => string
} = {
  label: () => "Order",
  heading: () => "Order for this page",
  unread: (d) => "Couldn’t update " + d.provider,
  retry: () => "Try again",
  gone: {
    title: (d) => "Service " + d.id + " is no longer offered",
    text: () => "Choose another one. Everything else you entered is still here."
  },
  balance: () => "Balance",
  refresh: () => "Refresh",
  settings: () => "Settings",
  views: () => "Views",
  order: () => "Order",
  orders: () => "Orders",
  account: () => "Account",
  removed: (d) => d.name + " (removed)",
  waiting: (d) => d.name + " (" + plural(d.count, 0, en, { one: d.shown + " order needs", other: d.shown + " orders need" }) + " you)",
  unclear: (d) => d.shown + " unknown",
  "new": (d) => d.shown + " new",
  consent: {
    title: () => "One thing first",
    text: () => "Read what Orderwright does and what platforms forbid. We ask once, before your first order.",
    action: () => "Read and decide"
  },
  connect: {
    title: () => "Connect an account",
    text: () => "Orderwright orders through your own account at a provider. Add it with its key, or see how it works with a demo that costs nothing.",
    action: () => "Add an account",
    demo: () => "Try the demo first"
  },
  locked: {
    title: () => "Your keys are locked",
    text: () => "Unlock them to order. Until then nothing is ordered and no provider is asked. You can still read your orders."
  },
  demo: () => "Demo: nothing is sent and nothing is paid",
  openPanel: () => "Keep open beside the page",
  openWindow: () => "Open in a window"
}
