// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
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
