// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "use": (d: { readonly "quantity": string }) => string
readonly "quick": () => string
readonly "nearest": () => string
readonly "chart": () => string
readonly "chartOf": (d: { readonly "least": string; readonly "greatest": string; readonly "dearest": string }) => string
readonly "table": {
readonly "caption": () => string
readonly "quantity": () => string
readonly "per": () => string
readonly "total": () => string
readonly "range": (d: { readonly "from": string; readonly "to": string }) => string
readonly "orMore": (d: { readonly "from": string }) => string
readonly "cliff": () => string
}
readonly "short": {
readonly "addFunds": () => string
}
readonly "others": {
readonly "title": (d: { readonly "quantity": string }) => string
readonly "offer": (d: { readonly "account": string; readonly "service": string; readonly "id": string }) => string
}
} = {
  use: (d) => "Use " + d.quantity,
  quick: () => "Quick quantities",
  nearest: () => "Quantities you can order",
  chart: () => "Cost by quantity",
  chartOf: (d) => "Cost from " + d.least + " to " + d.greatest + ", up to " + d.dearest + ". The table below has the numbers.",
  table: {
    caption: () => "Prices by quantity",
    quantity: () => "Quantity",
    per: () => "Per 1,000",
    total: () => "Starts at",
    range: (d) => d.from + " to " + d.to,
    orMore: (d) => d.from + " or more",
    cliff: () => "cheaper than fewer:"
  },
  short: {
    addFunds: () => "Add funds"
  },
  others: {
    title: (d) => "The same " + d.quantity + " elsewhere",
    offer: (d) => d.account + ": " + d.service + " (#" + d.id + ")"
  }
}
