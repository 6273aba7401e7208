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
readonly "problems": {
readonly "not_a_catalogue": () => string
readonly "not_a_row": () => string
readonly "missing_id": () => string
readonly "duplicate_id": () => string
readonly "no_usable_tier": () => string
readonly "unusable_tier": () => string
readonly "overlapping_tiers": () => string
readonly "tier_gap": () => string
readonly "minimum_not_orderable": () => string
readonly "nothing_orderable": () => string
readonly "not_a_number": () => string
readonly "unknown_rule": () => string
readonly "unusable_rule": () => string
readonly "unknown_modify_type": () => string
readonly "unusable_modifier": () => string
readonly "missing_param_name": () => string
readonly "duplicate_param": () => string
readonly "not_a_list": () => string
readonly "too_many": () => string
readonly "too_long": () => string
readonly "unknown_type": () => string
}
readonly "oddities": {
readonly "tier_inverted_price": (d: { readonly "price": string; readonly "pricingPer": string; readonly "earlierPrice": string; readonly "earlierPricingPer": string }) => string
readonly "price_cliff": (d: { readonly "greaterQuantity": string; readonly "greaterTotal": string; readonly "saving": string; readonly "quantity": string; readonly "total": string }) => string
readonly "unreachable_tier": () => string
readonly "contradicting_rules": (d: { readonly "rules": string }) => string
readonly "option_breaks_rules": (d: { readonly "value": string; readonly "issues": string }) => string
readonly "suspicious_number": (d: { readonly "value": string }) => string
readonly "duplicate_name": (d: { readonly "earlierId": string; readonly "name": string }) => string
}
readonly "places": {
readonly "service": (d: { readonly "service": string }) => string
readonly "row": (d: { readonly "path": string }) => string
readonly "field": (d: { readonly "service": string; readonly "path": string }) => string
}
readonly "values": {
readonly "given": (d: { readonly "value": string }) => string
readonly "excess": (d: { readonly "found": string; readonly "limit": string }) => string
readonly "nothing": () => string
readonly "list": () => string
readonly "object": () => string
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
  },
  problems: {
    not_a_catalogue: () => "The answer is not a list of services.",
    not_a_row: () => "The row is not an object.",
    missing_id: () => "The row has no service id.",
    duplicate_id: () => "An earlier row has the same service id, so the id alone does not tell which one is ordered.",
    no_usable_tier: () => "No price of the row is usable.",
    unusable_tier: () => "A number of the price is missing or out of range.",
    overlapping_tiers: () => "The price overlaps an earlier one, which counts.",
    tier_gap: () => "Some orderable quantities just below this price have no price.",
    minimum_not_orderable: () => "The minimum itself cannot be ordered; the least orderable quantity is greater.",
    nothing_orderable: () => "No quantity can be ordered: none is at least the minimum, a multiple of the increment and inside a price.",
    not_a_number: () => "The value is not a usable number.",
    unknown_rule: () => "The rule is unknown, so it is not checked.",
    unusable_rule: () => "The rule has no usable whole number, so it is not checked.",
    unknown_modify_type: () => "The price modifier is neither \"add\" nor \"multiply\", so it is left out.",
    unusable_modifier: () => "A number of the price modifier is missing or 0, so it is left out.",
    missing_param_name: () => "The param has no field name, so it cannot be sent.",
    duplicate_param: () => "An earlier param has the same field name, which counts.",
    not_a_list: () => "The value is not a list.",
    too_many: () => "There are more than the limit allows, and those beyond it are left out.",
    too_long: () => "The text is longer than the limit allows; it is cut, or left out if it cannot be cut.",
    unknown_type: () => "The type is unknown, so it is taken as Default."
  },
  oddities: {
    tier_inverted_price: (d) => "A piece costs more here than in a smaller order: " + d.price + " for " + d.pricingPer + ", after " + d.earlierPrice + " for " + d.earlierPricingPer + ".",
    price_cliff: (d) => d.greaterQuantity + " cost " + d.greaterTotal + ", which is " + d.saving + " less than " + d.quantity + " cost, " + d.total + ".",
    unreachable_tier: () => "No quantity that can be ordered is charged at this price.",
    contradicting_rules: (d) => "No value meets all of " + d.rules + ".",
    option_breaks_rules: (d) => "The rules of the field refuse its option " + d.value + ": " + d.issues,
    suspicious_number: (d) => "The digits of " + d.value + " may be written as in another country; only a point stands before decimals, and nothing between thousands.",
    duplicate_name: (d) => "Service " + d.earlierId + " has the same name, " + d.name + "."
  },
  places: {
    service: (d) => "Service " + d.service + ": ",
    row: (d) => d.path + ": ",
    field: (d) => "Service " + d.service + ", " + d.path + ": "
  },
  values: {
    given: (d) => "Given: " + d.value + ".",
    excess: (d) => d.found + ", with a limit of " + d.limit,
    nothing: () => "nothing",
    list: () => "a list",
    object: () => "an object"
  }
}
