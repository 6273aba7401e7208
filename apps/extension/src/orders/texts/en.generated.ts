// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.
type Value = string | number
type Forms = Readonly<Record<string, string>>
const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''
const select = (value: Value, forms: Forms): string => form(forms, String(value))
export const messages: {
readonly "charge": {
readonly "agreed": (d: { readonly "orderId": string; readonly "was": string; readonly "by": string; readonly "verdict": Value; readonly "due": string }) => string
readonly "due": (d: { readonly "orderId": string; readonly "was": string; readonly "by": string; readonly "verdict": Value; readonly "due": string }) => string
readonly "later": () => string
readonly "asQuoted": () => string
readonly "rounding": () => string
readonly "differs": (d: { readonly "amount": string; readonly "verdict": Value }) => string
}
readonly "rejection": {
readonly "silent": (d: { readonly "provider": string }) => string
readonly "says": (d: { readonly "provider": string; readonly "message": string }) => string
readonly "explained": (d: { readonly "provider": string; readonly "message": string; readonly "meaning": string }) => string
readonly "correct": (d: { readonly "why": string }) => string
}
readonly "meanings": {
readonly "invalid_key": () => string
readonly "not_enough_funds": () => string
readonly "too_many_requests": () => string
readonly "incorrect_service": () => string
readonly "service_unavailable": () => string
readonly "drip_not_supported": () => string
readonly "incorrect_order": () => string
readonly "quantity_below_min": (d: { readonly "limit": string }) => string
readonly "quantity_above_max": (d: { readonly "limit": string }) => string
readonly "bad_link": () => string
readonly "duplicate_link": () => string
readonly "refill_not_found": () => string
readonly "refill_not_available": () => string
readonly "cancel_not_available": () => string
}
readonly "titles": {
readonly "draft": () => string
readonly "sending": () => string
readonly "placed": (d: { readonly "orderId": string }) => string
readonly "rejected": () => string
readonly "not_sent": () => string
readonly "unknown": () => string
readonly "not_placed": () => string
}
readonly "badges": {
readonly "draft": () => string
readonly "sending": () => string
readonly "accepted": () => string
readonly "rejected": () => string
readonly "not_sent": () => string
readonly "unknown": () => string
readonly "not_placed": () => string
}
readonly "statuses": {
readonly "pending": () => string
readonly "in_progress": () => string
readonly "completed": () => string
readonly "partial": () => string
readonly "canceled": () => string
readonly "refunded": () => string
readonly "stopped": () => string
readonly "error": () => string
readonly "unknown": () => string
}
readonly "progress": (d: { readonly "delivered": string; readonly "ordered": string }) => string
readonly "amount": (d: { readonly "count": string; readonly "service": string }) => string
readonly "facts": (d: { readonly "orderId": string; readonly "time": string }) => string
readonly "details": {
readonly "status": () => string
readonly "type": () => string
readonly "meaning": () => string
readonly "startCount": () => string
readonly "currentCount": () => string
readonly "refunded": () => string
}
} = {
  charge: {
    agreed: (d) => "Order " + d.orderId + " was charged " + d.was + ", " + d.by + " " + select(d.verdict, { dearer: "more", other: "less" }) + " than the " + d.due + " you agreed to.",
    due: (d) => "Order " + d.orderId + " was charged " + d.was + ", " + d.by + " " + select(d.verdict, { dearer: "more", other: "less" }) + " than the " + d.due + " due for what was delivered.",
    later: () => "for what was delivered so far",
    asQuoted: () => "as quoted",
    rounding: () => "as quoted, but for rounding",
    differs: (d) => d.amount + " " + select(d.verdict, { dearer: "more", other: "less" }) + " than quoted"
  },
  rejection: {
    silent: (d) => d.provider + " gave no reason.",
    says: (d) => d.provider + " says: “" + d.message + "”",
    explained: (d) => d.provider + " says: “" + d.message + "” " + d.meaning,
    correct: (d) => d.why + " Nothing was charged. Fix it and order again."
  },
  meanings: {
    invalid_key: () => "It doesn’t accept your key. Copy it again, and save it in the settings.",
    not_enough_funds: () => "Your balance there doesn’t cover it.",
    too_many_requests: () => "Wait a few minutes.",
    incorrect_service: () => "It doesn’t offer this service now.",
    service_unavailable: () => "It doesn’t offer this service now.",
    drip_not_supported: () => "It doesn’t deliver this service in several runs.",
    incorrect_order: () => "It has no such order of yours.",
    quantity_below_min: (d) => "It takes " + d.limit + " or more.",
    quantity_above_max: (d) => "It takes " + d.limit + " or fewer.",
    bad_link: () => "It can’t use this link.",
    duplicate_link: () => "It already has an unfinished order for this link.",
    refill_not_found: () => "It has no such refill.",
    refill_not_available: () => "It doesn’t refill this order, or not now.",
    cancel_not_available: () => "It doesn’t cancel this order, or not any more."
  },
  titles: {
    draft: () => "The order wasn’t confirmed",
    sending: () => "The order is being sent",
    placed: (d) => "Order " + d.orderId + " is placed",
    rejected: () => "The order was refused",
    not_sent: () => "The order was not sent",
    unknown: () => "We don’t know yet if this order went through",
    not_placed: () => "The order was not placed"
  },
  badges: {
    draft: () => "Not ordered",
    sending: () => "Sending",
    accepted: () => "Placed",
    rejected: () => "Refused",
    not_sent: () => "Not sent",
    unknown: () => "Unknown",
    not_placed: () => "Not placed"
  },
  statuses: {
    pending: () => "Waiting",
    in_progress: () => "In progress",
    completed: () => "Completed",
    partial: () => "Partly delivered",
    canceled: () => "Canceled",
    refunded: () => "Refunded",
    stopped: () => "Stopped",
    error: () => "Error",
    unknown: () => "Other"
  },
  progress: (d) => d.delivered + " of " + d.ordered,
  amount: (d) => d.count + " × " + d.service,
  facts: (d) => "Order " + d.orderId + " · " + d.time,
  details: {
    status: () => "Provider status",
    type: () => "Provider status type",
    meaning: () => "What it means",
    startCount: () => "Count at the start",
    currentCount: () => "Count now",
    refunded: () => "Refunded"
  }
}
