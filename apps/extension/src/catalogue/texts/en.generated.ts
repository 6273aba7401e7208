// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "price": {
readonly "each": (d: { readonly "price": string }) => string
readonly "per": (d: { readonly "price": string; readonly "quantity": string }) => string
readonly "from": (d: { readonly "price": string; readonly "quantity": string }) => string
}
readonly "range": {
readonly "none": () => string
readonly "only": (d: { readonly "min": string }) => string
readonly "orMore": (d: { readonly "min": string }) => string
readonly "between": (d: { readonly "min": string; readonly "max": string }) => string
readonly "steps": (d: { readonly "range": string; readonly "increment": string }) => string
}
readonly "flags": {
readonly "geo": () => string
readonly "retention": () => string
readonly "refill": () => string
readonly "cancel": () => string
readonly "refillAndCancel": () => string
}
readonly "quantity": {
readonly "label": () => string
readonly "package": () => string
}
readonly "issues": {
readonly "notWhole": () => string
readonly "none": () => string
readonly "least": (d: { readonly "least": string }) => string
readonly "most": (d: { readonly "most": string }) => string
readonly "steps": (d: { readonly "increment": string; readonly "below": string; readonly "above": string }) => string
readonly "noPrice": (d: { readonly "quantity": string; readonly "below": string; readonly "above": string }) => string
}
readonly "drip": {
readonly "amount": (d: { readonly "all": string; readonly "runs": string; readonly "each": string }) => string
readonly "schedule": (d: { readonly "interval": string; readonly "whole": string }) => string
readonly "sentence": (d: { readonly "amount": string; readonly "total": string; readonly "schedule": string }) => string
readonly "days": (d: { readonly "count": string }) => string
readonly "hours": (d: { readonly "count": string }) => string
readonly "minutes": (d: { readonly "count": string }) => string
}
} = {
  price: {
    each: (d) => d.price + " each",
    per: (d) => d.price + " per " + d.quantity,
    from: (d) => "from " + d.price + " per " + d.quantity
  },
  range: {
    none: () => "This service can’t be ordered right now.",
    only: (d) => d.min + " only",
    orMore: (d) => d.min + " or more",
    between: (d) => d.min + " to " + d.max,
    steps: (d) => d.range + ", in steps of " + d.increment
  },
  flags: {
    geo: () => "for a country",
    retention: () => "with retention",
    refill: () => "can be refilled",
    cancel: () => "can be canceled",
    refillAndCancel: () => "can be refilled and canceled"
  },
  quantity: {
    label: () => "Quantity",
    package: () => "Package"
  },
  issues: {
    notWhole: () => "Enter a whole number.",
    none: () => "This service can’t be ordered right now. Choose another one.",
    least: (d) => "The least you can order is " + d.least + ".",
    most: (d) => "The most you can order is " + d.most + ".",
    steps: (d) => "Sold in steps of " + d.increment + ". Use " + d.below + " or " + d.above + "?",
    noPrice: (d) => "No price for " + d.quantity + ". Nearest: " + d.below + " or " + d.above + "."
  },
  drip: {
    amount: (d) => d.all + " in " + d.runs + " runs of " + d.each,
    schedule: (d) => "one every " + d.interval + ", the last one after " + d.whole,
    sentence: (d) => d.amount + ": " + d.total + " in all. The first begins at once, then " + d.schedule + ".",
    days: (d) => d.count + " d",
    hours: (d) => d.count + " h",
    minutes: (d) => d.count + " min"
  }
}
