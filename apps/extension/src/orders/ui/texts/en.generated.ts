// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "empty": {
readonly "title": () => string
readonly "text": (d: { readonly "account": string }) => string
}
readonly "orders": () => string
readonly "failed": () => string
readonly "retry": () => string
readonly "locked": {
readonly "title": () => string
readonly "text": () => string
}
readonly "delivered": (d: { readonly "progress": string }) => string
readonly "charge": {
readonly "differs": () => string
readonly "quoted": (d: { readonly "amount": string }) => string
readonly "charged": (d: { readonly "amount": string; readonly "compared": string }) => string
readonly "refunded": (d: { readonly "amount": string }) => string
}
readonly "details": () => string
} = {
  empty: {
    title: () => "No orders yet",
    text: (d) => "What you order through " + d.account + " shows here, with its progress and what it cost."
  },
  orders: () => "Orders",
  failed: () => "The orders couldn’t be refreshed",
  retry: () => "Try again",
  locked: {
    title: () => "Your keys are locked",
    text: () => "Open orders aren’t checked until you unlock them, under “Order” or in the settings."
  },
  delivered: (d) => "Delivered: " + d.progress,
  charge: {
    differs: () => "Charged differently",
    quoted: (d) => "Quoted " + d.amount,
    charged: (d) => "Charged " + d.amount + select(d.compared, { none: "", other: ", " + d.compared }),
    refunded: (d) => "Refunded " + d.amount
  },
  details: () => "Details"
}
