// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "facts": {
readonly "for": () => string
readonly "service": () => string
readonly "named": (d: { readonly "name": string; readonly "id": string }) => string
readonly "quantity": () => string
readonly "delivery": () => string
readonly "drip": () => string
readonly "charged": () => string
readonly "later": () => string
readonly "all": () => string
}
readonly "interrupted": () => string
readonly "issues": {
readonly "not_orderable": (d: { readonly "why": string }) => string
readonly "service_changed": (d: { readonly "confirmed": string; readonly "provider": string; readonly "now": string }) => string
readonly "price_changed": (d: { readonly "before": string; readonly "now": string }) => string
readonly "price_fell": (d: { readonly "before": string; readonly "now": string }) => string
readonly "limits_unreadable": () => string
readonly "ordered_before": () => string
}
readonly "noConsent": () => string
readonly "retryGone": () => string
readonly "notOffered": () => string
} = {
  facts: {
    "for": () => "For",
    service: () => "Service",
    named: (d) => d.name + " (number " + d.id + ")",
    quantity: () => "Quantity",
    delivery: () => "Delivery",
    drip: () => "By drip",
    charged: () => "Charged",
    later: () => "Later, for each delivered order",
    all: () => "In all"
  },
  interrupted: () => "Something interrupted us before anything was sent. Safe to reorder.",
  issues: {
    not_orderable: (d) => "The service has changed: " + d.why + " Go back and correct the order.",
    service_changed: (d) => "You confirmed “" + d.confirmed + "”. " + d.provider + " now calls this service “" + d.now + "”.",
    price_changed: (d) => "The price went up from " + d.before + " to " + d.now + ".",
    price_fell: (d) => "The price went down from " + d.before + " to " + d.now + ".",
    limits_unreadable: () => "Your limits couldn’t be read. Set them again in the settings, under Limits.",
    ordered_before: () => "Ordering again charges you a second time."
  },
  noConsent: () => "Accept the terms on the welcome page before you order.",
  retryGone: () => "The order to try again is gone. Start a new one.",
  notOffered: () => "It’s no longer offered."
}
