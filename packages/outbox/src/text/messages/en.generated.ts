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
readonly "joined": (d: { readonly "first": string; readonly "second": string }) => string
readonly "provider": () => string
readonly "state": {
readonly "draft": () => string
readonly "queued": () => string
readonly "submitting": () => string
readonly "accepted": (d: { readonly "orderId": string }) => string
readonly "rejected": (d: { readonly "provider": string; readonly "message": string }) => string
readonly "rejectedSilently": (d: { readonly "provider": string; readonly "httpStatus": string }) => string
readonly "notPlaced": (d: { readonly "provider": string }) => string
readonly "markedNotPlaced": () => string
readonly "interrupted": () => string
readonly "expired": () => string
}
readonly "notSent": {
readonly "aborted": () => string
readonly "timeout": (d: { readonly "provider": string }) => string
readonly "offline": () => string
readonly "dns": (d: { readonly "provider": string }) => string
readonly "connection_refused": (d: { readonly "provider": string }) => string
readonly "connect_failed": (d: { readonly "provider": string }) => string
readonly "certificate": (d: { readonly "provider": string }) => string
readonly "reserved_field": () => string
readonly "impossible_id": (d: { readonly "provider": string }) => string
readonly "not_begun": (d: { readonly "provider": string }) => string
readonly "unexpected": () => string
}
readonly "unknown": {
readonly "interrupted": () => string
readonly "timeout": (d: { readonly "provider": string }) => string
readonly "dropped": (d: { readonly "provider": string }) => string
readonly "unreadable": (d: { readonly "provider": string }) => string
readonly "oneCandidate": (d: { readonly "provider": string }) => string
readonly "candidates": (d: { readonly "count": string; readonly "provider": string }) => string
readonly "readInPart": (d: { readonly "count": string; readonly "provider": string }) => string
readonly "lookThere": (d: { readonly "provider": string }) => string
readonly "checking": () => string
readonly "checkingAgain": () => string
}
readonly "status": {
readonly "pending": (d: { readonly "orderId": string }) => string
readonly "in_progress": (d: { readonly "orderId": string; readonly "percent": string }) => string
readonly "completed": (d: { readonly "orderId": string }) => string
readonly "partial": (d: { readonly "orderId": string; readonly "remains": string; readonly "ordered": string }) => string
readonly "canceled": (d: { readonly "provider": string; readonly "orderId": string }) => string
readonly "refunded": (d: { readonly "provider": string; readonly "orderId": string }) => string
readonly "stopped": (d: { readonly "provider": string; readonly "orderId": string; readonly "remains": string; readonly "ordered": string }) => string
readonly "error": (d: { readonly "orderId": string; readonly "provider": string; readonly "rawStatus": string }) => string
readonly "unknown": (d: { readonly "orderId": string; readonly "provider": string; readonly "rawStatus": string }) => string
readonly "refund": (d: { readonly "amount": string }) => string
}
readonly "balances": {
readonly "unknown": () => string
readonly "placed": (d: { readonly "fell": string; readonly "cost": string }) => string
readonly "not_placed": (d: { readonly "cost": string }) => string
readonly "nothing": (d: { readonly "change": string; readonly "cost": string }) => string
}
readonly "duplicates": {
readonly "earlier": (d: { readonly "quantity": string; readonly "service": string; readonly "age": Value; readonly "orderId": string; readonly "count": string }) => string
readonly "possible": (d: { readonly "orderId": string; readonly "recorded": string }) => string
}
readonly "rejections": {
readonly "not_confirmed": () => string
readonly "already_confirmed": () => string
readonly "nothing_was_sent": () => string
readonly "still_sending": () => string
readonly "not_waiting": () => string
readonly "is_over": () => string
readonly "nothing_to_recover": () => string
readonly "nothing_new": () => string
readonly "already_placed": (d: { readonly "orderId": string }) => string
readonly "other_order": (d: { readonly "orderId": string }) => string
readonly "unresolved": () => string
readonly "id_taken": () => string
readonly "no_such_record": () => string
readonly "order_not_found": (d: { readonly "orderId": string }) => string
readonly "order_known": (d: { readonly "orderId": string }) => string
readonly "other_quantity": (d: { readonly "orderId": string; readonly "found": string; readonly "ordered": string }) => string
readonly "draining": () => string
readonly "unstorable": (d: { readonly "path": string }) => string
readonly "over_limit": (d: { readonly "total": string; readonly "counted": string; readonly "atMost": string }) => string
}
} = {
  joined: (d) => d.first + " " + d.second,
  provider: () => "your provider",
  state: {
    draft: () => "Not ordered yet. Review it, then confirm.",
    queued: () => "Waiting for its turn. Nothing has been sent yet.",
    submitting: () => "Sending now. Wait for the answer; please don’t reorder yet.",
    accepted: (d) => "Placed as order " + d.orderId + ".",
    rejected: (d) => d.provider + " refused it: “" + d.message + "”. Nothing was charged. Fix it and order again.",
    rejectedSilently: (d) => d.provider + " refused it without saying why (HTTP " + d.httpStatus + "). Nothing was charged. Fix it and order again.",
    notPlaced: (d) => "Not placed: " + d.provider + " doesn’t have it. Safe to reorder.",
    markedNotPlaced: () => "You marked this as not placed. Safe to reorder.",
    interrupted: () => "Interrupted before it was sent. Nothing was charged; safe to reorder.",
    expired: () => "Nobody sent it in time. Nothing was charged; safe to reorder."
  },
  notSent: {
    aborted: () => "The request was canceled before it was sent. Nothing was charged; safe to reorder.",
    timeout: (d) => "Can’t reach " + d.provider + " in time. Nothing was charged; safe to reorder.",
    offline: () => "You’re offline. Nothing was charged; safe to reorder.",
    dns: (d) => "Can’t find " + d.provider + "’s address. Nothing was charged; safe to reorder.",
    connection_refused: (d) => d.provider + " takes no connections right now. Nothing was charged; safe to reorder.",
    connect_failed: (d) => "Can’t reach " + d.provider + ". Nothing was charged; safe to reorder.",
    certificate: (d) => d.provider + "’s certificate isn’t trusted, so nothing was sent or charged. Ask its support.",
    reserved_field: () => "This service asks for a field that can’t be sent, so nothing was sent or charged. Choose another service.",
    impossible_id: (d) => "This order has a number that " + d.provider + " can’t have given, so nothing was sent or charged.",
    not_begun: (d) => "No safe connection to " + d.provider + ", so nothing was sent or charged. Try again.",
    unexpected: () => "Something went wrong before it was sent. Nothing was charged; safe to reorder."
  },
  unknown: {
    interrupted: () => "Something interrupted the order while it was being sent.",
    timeout: (d) => d.provider + " didn’t answer in time.",
    dropped: (d) => "The connection dropped before " + d.provider + " confirmed.",
    unreadable: (d) => d.provider + "’s answer doesn’t say whether it took the order.",
    oneCandidate: (d) => "One of your orders at " + d.provider + " looks like it. Is it this one?",
    candidates: (d) => d.count + " of your orders at " + d.provider + " look like it. Choose which one it is, or say none is.",
    readInPart: (d) => "It isn’t among your newest " + d.count + " orders at " + d.provider + ", and the rest couldn’t be read. Look for it there, then tell us here; please don’t reorder yet.",
    lookThere: (d) => "Look for it at " + d.provider + ", then tell us here whether it’s there; please don’t reorder yet.",
    checking: () => "We’re checking; please don’t reorder yet.",
    checkingAgain: () => "It isn’t among your orders there so far. We’ll check once more; please don’t reorder yet."
  },
  status: {
    pending: (d) => "Order " + d.orderId + " is placed and waits to start.",
    in_progress: (d) => "Order " + d.orderId + " is being delivered" + select(d.percent, { none: "", other: ": " + d.percent + "% so far" }) + ".",
    completed: (d) => "Order " + d.orderId + " is completed.",
    partial: (d) => "Order " + d.orderId + " was delivered in part" + select(d.remains, { none: "", other: ": " + d.remains + " of " + d.ordered + " not delivered" }) + ".",
    canceled: (d) => d.provider + " canceled order " + d.orderId + ".",
    refunded: (d) => d.provider + " refunded order " + d.orderId + ".",
    stopped: (d) => d.provider + " stopped order " + d.orderId + select(d.remains, { none: "", other: ": " + d.remains + " of " + d.ordered + " not delivered" }) + ". Ask its support.",
    error: (d) => "Order " + d.orderId + " has a problem at " + d.provider + ": “" + d.rawStatus + "”. Ask its support.",
    unknown: (d) => "Order " + d.orderId + " is placed. " + d.provider + " calls its status “" + d.rawStatus + "”.",
    refund: (d) => d.amount + " was refunded."
  },
  balances: {
    unknown: () => "We don’t know the balance before and after. Look for the order at your provider.",
    placed: (d) => "Your balance fell by " + d.fell + ", as this order would make it (" + d.cost + "). It looks placed, but check at your provider to be sure.",
    not_placed: (d) => "Your balance hasn’t changed, and this order costs " + d.cost + ". It looks not placed, but check at your provider to be sure.",
    nothing: (d) => "Your balance changed by " + d.change + ", which says nothing certain about an order for " + d.cost + ". Look for it at your provider."
  },
  duplicates: {
    earlier: (d) => "You ordered " + d.quantity + " of “" + d.service + "” for the same target " + select(d.age, { now: "just now", minutes: plural(d.count, 0, en, { one: d.count + " minute ago", other: d.count + " minutes ago" }), hours: plural(d.count, 0, en, { one: d.count + " hour ago", other: d.count + " hours ago" }), other: plural(d.count, 0, en, { one: d.count + " day ago", other: d.count + " days ago" }) }) + " (" + select(d.orderId, { none: "it may have been placed", other: "order " + d.orderId }) + "). Ordering again charges you a second time.",
    possible: (d) => "Order " + d.orderId + " looks like a duplicate of order " + d.recorded + ". If you didn’t order it yourself, ask the provider’s support to cancel it."
  },
  rejections: {
    not_confirmed: () => "Not confirmed yet. Review it and confirm.",
    already_confirmed: () => "Already confirmed. Look at it in your orders.",
    nothing_was_sent: () => "Nothing has been sent yet, so there is nothing to find out.",
    still_sending: () => "It’s being sent right now. Wait for the answer.",
    not_waiting: () => "It isn’t waiting to be sent. Look at it in your orders.",
    is_over: () => "This try is over. Start a new one.",
    nothing_to_recover: () => "Nothing was interrupted here.",
    nothing_new: () => "This says nothing new.",
    already_placed: (d) => "Already placed as order " + d.orderId + ". There is nothing to send again.",
    other_order: (d) => "That is the status of order " + d.orderId + ", which is another one.",
    unresolved: () => "The same order may have been placed already. Resolve it first, in your orders.",
    id_taken: () => "Another order was placed from this form. Open the form again.",
    no_such_record: () => "This order isn’t here any more.",
    order_not_found: (d) => "There is no order " + d.orderId + " there. Check the number.",
    order_known: (d) => "Order " + d.orderId + " is another one of your list. Enter the number of this one.",
    other_quantity: (d) => "Order " + d.orderId + " is for " + d.found + ", this one for " + d.ordered + ". Check the number.",
    draining: () => "Nothing more is sent here, because this program is ending. Try again in a moment.",
    unstorable: (d) => "It has a character that can’t be stored (in " + d.path + "). Take it out.",
    over_limit: (d) => "It costs " + d.total + ", and " + d.counted + " has been ordered already: together more than the limit of " + d.atMost + ". Order less, or later."
  }
}
