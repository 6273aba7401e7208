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
readonly "failed": (d: { readonly "provider": string; readonly "count": Value; readonly "orders": string }) => string
readonly "closed": (d: { readonly "provider": string; readonly "time": string }) => string
} = {
  failed: (d) => d.provider + " can’t be asked about " + plural(d.count, 0, en, { one: "order", other: "orders" }) + " " + d.orders + ". Look there yourself; all others are up to date.",
  closed: (d) => d.provider + " asks to be left alone until " + d.time + ". Press “Refresh” to ask anyway."
}
