// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "advice": {
readonly "costsLess": (d: { readonly "more": string; readonly "less": string; readonly "saving": string }) => string
readonly "costsTheSame": (d: { readonly "more": string; readonly "less": string }) => string
readonly "priceBreak": (d: { readonly "quantity": string; readonly "price": string }) => string
}
readonly "budget": {
readonly "buys": (d: { readonly "budget": string; readonly "quantity": string }) => string
readonly "tooLittle": (d: { readonly "budget": string; readonly "quantity": string; readonly "total": string }) => string
readonly "fields": (d: { readonly "budget": string }) => string
readonly "noEnd": (d: { readonly "budget": string }) => string
}
} = {
  advice: {
    costsLess: (d) => d.more + " cost less than " + d.less + ": save " + d.saving + ".",
    costsTheSame: (d) => d.more + " cost no more than " + d.less + ".",
    priceBreak: (d) => "From " + d.quantity + " on: " + d.price + " per 1,000."
  },
  budget: {
    buys: (d) => d.budget + " buys " + d.quantity,
    tooLittle: (d) => d.budget + " isn’t enough: " + d.quantity + " cost " + d.total + ".",
    fields: (d) => "Fill in the other fields to see what " + d.budget + " buys.",
    noEnd: (d) => d.budget + " buys any quantity here. Enter one."
  }
}
