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
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "rules": {
readonly "between": (d: { readonly "min": string; readonly "max": string }) => string
readonly "least": (d: { readonly "min": string }) => string
readonly "most": (d: { readonly "max": string }) => string
readonly "steps": (d: { readonly "increment": string }) => string
readonly "characters": (d: { readonly "min": string; readonly "shown": string }) => string
readonly "fewestCharacters": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "mostCharacters": (d: { readonly "count": Value; readonly "shown": string }) => string
}
readonly "lines": {
readonly "priced": (d: { readonly "shown": string; readonly "label": string }) => string
readonly "count": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "ofLeast": (d: { readonly "given": string; readonly "count": Value; readonly "shown": string }) => string
}
readonly "step": {
readonly "each": (d: { readonly "quantity": string; readonly "price": string }) => string
readonly "per": (d: { readonly "quantity": string; readonly "price": string; readonly "unit": string }) => string
readonly "drip": () => string
readonly "now": () => string
readonly "later": () => string
readonly "is": (d: { readonly "amount": string; readonly "count": string; readonly "unit": string }) => string
readonly "isTimes": (d: { readonly "amount": string; readonly "count": string; readonly "unit": string; readonly "by": string }) => string
readonly "factor": (d: { readonly "amount": string; readonly "by": string }) => string
}
readonly "chooseService": () => string
readonly "link": () => string
readonly "fields": {
readonly "service": () => string
readonly "target": () => string
}
readonly "doubt": {
readonly "thousand": (d: { readonly "one": string; readonly "other": string }) => string
readonly "two": (d: { readonly "one": string; readonly "other": string; readonly "mark": Value }) => string
readonly "one": (d: { readonly "one": string; readonly "mark": Value }) => string
readonly "whole": (d: { readonly "one": string }) => string
}
readonly "target": {
readonly "paste": (d: { readonly "kind": Value }) => string
readonly "pasteSuchAs": (d: { readonly "kind": Value; readonly "example": string }) => string
readonly "wrong": (d: { readonly "kind": Value }) => string
readonly "live": () => string
readonly "unreadable": () => string
}
} = {
  rules: {
    between: (d) => d.min + " to " + d.max,
    least: (d) => d.min + " or more",
    most: (d) => "up to " + d.max,
    steps: (d) => "in steps of " + d.increment,
    characters: (d) => d.min + " to " + d.shown + " characters",
    fewestCharacters: (d) => "at least " + plural(d.count, 0, en, { one: d.shown + " character", other: d.shown + " characters" }),
    mostCharacters: (d) => "up to " + plural(d.count, 0, en, { one: d.shown + " character", other: d.shown + " characters" })
  },
  lines: {
    priced: (d) => d.shown + " " + d.label,
    count: (d) => plural(d.count, 0, en, { one: d.shown + " line", other: d.shown + " lines" }),
    ofLeast: (d) => d.given + " of at least " + plural(d.count, 0, en, { one: d.shown + " line", other: d.shown + " lines" })
  },
  step: {
    each: (d) => d.quantity + " × " + d.price + " each",
    per: (d) => d.quantity + " × " + d.price + " per " + d.unit,
    drip: () => "Drip",
    now: () => "Now",
    later: () => "Each delivered order is charged later",
    is: (d) => d.amount + " is " + d.count + " × " + d.unit,
    isTimes: (d) => d.amount + " is " + d.count + " × " + d.unit + ", each × " + d.by,
    factor: (d) => d.amount + " × " + d.by
  },
  chooseService: () => "Choose a service.",
  link: () => "The link",
  fields: {
    service: () => "Service",
    target: () => "Link"
  },
  doubt: {
    thousand: (d) => "Did you mean " + d.one + " or " + d.other + "? Enter all digits.",
    two: (d) => "Did you mean " + d.one + " or " + d.other + "? Enter it without the " + select(d.mark, { comma: "comma", other: "dot" }) + ".",
    one: (d) => "Did you mean " + d.one + "? Enter it without the " + select(d.mark, { comma: "comma", other: "dot" }) + ".",
    whole: (d) => "Did you mean " + d.one + "? Enter a whole number without the comma."
  },
  target: {
    paste: (d) => "Paste " + select(d.kind, { video: "the link of a video", channel: "the link of a channel", playlist: "the link of a playlist", comment: "the link of a comment", other: "the link" }) + ".",
    pasteSuchAs: (d) => "Paste " + select(d.kind, { video: "the link of a video", channel: "the link of a channel", playlist: "the link of a playlist", comment: "the link of a comment", other: "the link" }) + ", such as " + d.example + ".",
    wrong: (d) => "This is not " + select(d.kind, { video: "the link of a video", channel: "the link of a channel", playlist: "the link of a playlist", comment: "the link of a comment", other: "the link" }) + " on YouTube. Copy it from the address bar there.",
    live: () => "This address shows whatever is live. Open the live stream’s own page and use its link.",
    unreadable: () => "No video, channel or playlist at this YouTube link. Copy it from the address bar there."
  }
}
