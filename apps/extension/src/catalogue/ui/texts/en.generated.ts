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
readonly "options": () => string
readonly "placeholder": () => string
readonly "loading": () => string
readonly "none": () => string
readonly "noMatch": (d: { readonly "query": string }) => string
readonly "shown": (d: { readonly "shown": string; readonly "all": string }) => string
readonly "count": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "from": () => string
readonly "each": () => string
readonly "cheapest": () => string
} = {
  label: () => "Service",
  options: () => "Services",
  placeholder: () => "Search by name, number or category",
  loading: () => "Loading services…",
  none: () => "No services to choose from",
  noMatch: (d) => "No services match “" + d.query + "”",
  shown: (d) => d.shown + " of " + d.all + " shown. Type more to narrow them down.",
  count: (d) => plural(d.count, 0, en, { one: d.shown + " service", other: d.shown + " services" }),
  from: () => "from",
  each: () => "each",
  cheapest: () => "Cheapest per 1,000 first"
}
