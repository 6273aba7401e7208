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
readonly "issues": {
readonly "required": (d: { readonly "label": string }) => string
readonly "below_min": (d: { readonly "label": string; readonly "min": string }) => string
readonly "above_max": (d: { readonly "label": string; readonly "max": string }) => string
readonly "not_a_multiple": (d: { readonly "label": string; readonly "increment": string; readonly "once": string; readonly "twice": string; readonly "thrice": string }) => string
readonly "too_short": (d: { readonly "label": string; readonly "minchar": string; readonly "actual": string }) => string
readonly "too_long": (d: { readonly "label": string; readonly "maxchar": string; readonly "actual": string }) => string
readonly "too_few_lines": (d: { readonly "label": string; readonly "minlines": string; readonly "actual": string }) => string
readonly "not_a_number": (d: { readonly "label": string }) => string
readonly "not_an_integer": (d: { readonly "label": string }) => string
readonly "not_an_option": (d: { readonly "label": string }) => string
readonly "not_a_date": (d: { readonly "label": string }) => string
readonly "not_a_link": (d: { readonly "label": string }) => string
readonly "no_price_tier": (d: { readonly "label": string }) => string
readonly "unknown_param": (d: { readonly "label": string }) => string
readonly "drip_not_available": () => string
readonly "negative_total": () => string
}
readonly "labels": {
readonly "unnamed": () => string
}
} = {
  issues: {
    required: (d) => d.label + " is required.",
    below_min: (d) => d.label + " must be at least " + d.min + ".",
    above_max: (d) => d.label + " must be at most " + d.max + ".",
    not_a_multiple: (d) => d.label + " must be a multiple of " + d.increment + select(d.once, { "1": ", so a whole number", other: ": " + d.once + ", " + d.twice + ", " + d.thrice + " and so on" }) + ".",
    too_short: (d) => d.label + " must have at least " + plural(d.minchar, 0, en, { one: d.minchar + " character", other: d.minchar + " characters" }) + "; it has " + d.actual + ".",
    too_long: (d) => d.label + " must have at most " + plural(d.maxchar, 0, en, { one: d.maxchar + " character", other: d.maxchar + " characters" }) + "; it has " + d.actual + ".",
    too_few_lines: (d) => d.label + " must have at least " + plural(d.minlines, 0, en, { one: d.minlines + " line", other: d.minlines + " lines" }) + " with text; it has " + d.actual + ".",
    not_a_number: (d) => d.label + " must be a number in plain digits, such as 10 or 2.5.",
    not_an_integer: (d) => d.label + " must be a whole number above 0, in plain digits.",
    not_an_option: (d) => d.label + " must be one of the listed choices.",
    not_a_date: (d) => d.label + " must be a real date as day/month/year, such as 31/12/2027.",
    not_a_link: (d) => d.label + " must be a full link that starts with https:// or http://.",
    no_price_tier: (d) => d.label + " falls in a gap between the price ranges of this service.",
    unknown_param: (d) => d.label + " is not a field of this service; leave it out.",
    drip_not_available: () => "This service cannot be delivered by drip; turn drip off.",
    negative_total: () => "These values give a price below zero, so the order cannot be placed; change them."
  },
  labels: {
    unnamed: () => "The field"
  }
}
