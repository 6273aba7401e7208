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
readonly "cancel": {
readonly "asked": {
readonly "badge": () => string
readonly "text": () => string
}
readonly "tooLate": {
readonly "badge": () => string
readonly "text": () => string
}
readonly "done": {
readonly "badge": () => string
}
readonly "refunded": {
readonly "unknown": (d: { readonly "provider": string }) => string
readonly "all": () => string
readonly "amount": (d: { readonly "amount": string }) => string
}
}
readonly "refill": {
readonly "pending": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string }) => string
}
readonly "in_progress": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
readonly "completed": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
readonly "rejected": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
readonly "canceled": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
readonly "error": {
readonly "badge": () => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
readonly "unknown": {
readonly "badge": (d: { readonly "rawStatus": string }) => string
readonly "text": (d: { readonly "refillId": string; readonly "provider": string }) => string
}
}
readonly "failed": {
readonly "rejected": (d: { readonly "kind": Value }) => string
readonly "not_sent": (d: { readonly "kind": Value }) => string
readonly "unknown": (d: { readonly "kind": Value }) => string
readonly "notSent": (d: { readonly "provider": string }) => string
readonly "noAnswer": (d: { readonly "provider": string }) => string
readonly "missing": (d: { readonly "provider": string }) => string
}
readonly "section": (d: { readonly "orderId": string }) => string
readonly "askRefill": () => string
readonly "cancelOrder": () => string
readonly "askCancel": (d: { readonly "provider": string; readonly "orderId": string }) => string
readonly "request": () => string
readonly "requesting": () => string
readonly "keep": () => string
readonly "consequence": () => string
readonly "refills": {
readonly "label": () => string
readonly "count": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "askAll": (d: { readonly "shown": string }) => string
}
readonly "interrupted": () => string
readonly "notPlaced": () => string
} = {
  cancel: {
    asked: {
      badge: () => "Cancel asked for",
      text: () => "Not done yet. You pay for what’s delivered; the rest is refunded."
    },
    tooLate: {
      badge: () => "Cancel too late",
      text: () => "The order was completed before the cancel took effect."
    },
    done: {
      badge: () => "Cancel done"
    },
    refunded: {
      unknown: (d) => d.provider + " hasn’t said that anything was refunded.",
      all: () => "Everything was refunded.",
      amount: (d) => d.amount + " was refunded."
    }
  },
  refill: {
    pending: {
      badge: () => "Refill pending",
      text: (d) => "Refill " + d.refillId + ": asked for, not begun yet."
    },
    in_progress: {
      badge: () => "Refill in progress",
      text: (d) => "Refill " + d.refillId + ": " + d.provider + " is making up for what was lost."
    },
    completed: {
      badge: () => "Refill completed",
      text: (d) => "Refill " + d.refillId + ": " + d.provider + " made up for what was lost."
    },
    rejected: {
      badge: () => "Refill rejected",
      text: (d) => "Refill " + d.refillId + ": " + d.provider + " decided against it."
    },
    canceled: {
      badge: () => "Refill canceled",
      text: (d) => "Refill " + d.refillId + ": " + d.provider + " took it back."
    },
    error: {
      badge: () => "Refill failed",
      text: (d) => "Refill " + d.refillId + ": " + d.provider + " couldn’t do it."
    },
    unknown: {
      badge: (d) => "Refill: " + d.rawStatus,
      text: (d) => "Refill " + d.refillId + ": " + d.provider + "’s own word for it is above."
    }
  },
  failed: {
    rejected: (d) => select(d.kind, { cancel: "Cancel refused", other: "Refill refused" }),
    not_sent: (d) => select(d.kind, { cancel: "Cancel not sent", other: "Refill not sent" }),
    unknown: (d) => select(d.kind, { cancel: "Cancel unknown", other: "Refill unknown" }),
    notSent: (d) => "Can’t reach " + d.provider + ". Ask again.",
    noAnswer: (d) => "The connection dropped before " + d.provider + " confirmed. It may have gone through; asking again is safe.",
    missing: (d) => d.provider + " answered, but left this order out. Asking again is safe."
  },
  section: (d) => "After order " + d.orderId,
  askRefill: () => "Ask for a refill",
  cancelOrder: () => "Cancel order",
  askCancel: (d) => "Ask " + d.provider + " to cancel order " + d.orderId + "?",
  request: () => "Request cancellation",
  requesting: () => "Asking…",
  keep: () => "Keep the order",
  consequence: () => "You pay for what’s delivered; the rest is refunded.",
  refills: {
    label: () => "Refills",
    count: (d) => plural(d.count, 0, en, { one: d.shown + " order", other: d.shown + " orders" }) + " can be refilled.",
    askAll: (d) => "Ask for all " + d.shown + " refills"
  },
  interrupted: () => "Something interrupted us. Refresh; asking again is safe.",
  notPlaced: () => "This order was not placed, so there is nothing to cancel or refill."
}
