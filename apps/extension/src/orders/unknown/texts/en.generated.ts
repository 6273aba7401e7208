// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "interrupted": () => string
readonly "candidate": (d: { readonly "orderId": string; readonly "time": string; readonly "charge": string }) => string
readonly "thisIsIt": () => string
readonly "looked": (d: { readonly "time": string }) => string
readonly "lookedAgain": (d: { readonly "time": string; readonly "next": string }) => string
readonly "looking": () => string
readonly "lookAgain": () => string
readonly "lookUp": () => string
readonly "none": () => string
readonly "notPlaced": () => string
readonly "foundHint": () => string
readonly "correct": () => string
readonly "again": () => string
readonly "afterAll": () => string
readonly "number": {
readonly "label": (d: { readonly "provider": string }) => string
readonly "missing": (d: { readonly "provider": string }) => string
readonly "checking": () => string
readonly "placed": () => string
readonly "hint": () => string
}
readonly "readBalance": () => string
readonly "notYetKnown": () => string
readonly "postponed": () => string
readonly "balances": {
readonly "before": () => string
readonly "now": () => string
readonly "cost": () => string
readonly "unknown": () => string
}
} = {
  interrupted: () => "Something interrupted us. Look again.",
  candidate: (d) => "Order " + d.orderId + select(d.time, { none: "", other: ", " + d.time }) + select(d.charge, { none: "", other: ", " + d.charge }),
  thisIsIt: () => "This is it",
  looked: (d) => "Looked at " + d.time + ".",
  lookedAgain: (d) => "Looked at " + d.time + "; looks again by itself at " + d.next + ".",
  looking: () => "Looking…",
  lookAgain: () => "Look again",
  lookUp: () => "Look it up",
  none: () => "It is none of these",
  notPlaced: () => "It was not placed",
  foundHint: () => "If you found it there yourself.",
  correct: () => "Correct it",
  again: () => "Try again",
  afterAll: () => "It is there after all",
  number: {
    label: (d) => "Its number at " + d.provider,
    missing: (d) => "Enter the number that " + d.provider + " gave it.",
    checking: () => "Checking…",
    placed: () => "It was placed",
    hint: () => "Only if it was placed."
  },
  readBalance: () => "Read the balance again",
  notYetKnown: () => "Not yet known",
  postponed: () => "It waits here. You can’t send the same order again until you know.",
  balances: {
    before: () => "Balance before",
    now: () => "Balance now",
    cost: () => "This order costs",
    unknown: () => "not known"
  }
}
