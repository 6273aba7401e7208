// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "about": () => string
readonly "off": {
readonly "title": () => string
readonly "text": () => string
}
readonly "question": () => string
readonly "kinds": {
readonly "completed": {
readonly "label": () => string
readonly "description": () => string
}
readonly "partial": {
readonly "label": () => string
readonly "description": () => string
}
readonly "refund": {
readonly "label": () => string
readonly "description": () => string
}
readonly "error": {
readonly "label": () => string
readonly "description": () => string
}
readonly "doubt": {
readonly "label": () => string
readonly "description": () => string
}
readonly "charge": {
readonly "label": () => string
readonly "description": () => string
}
}
} = {
  title: () => "Notifications",
  about: () => "Open orders are checked while your browser runs: every minute at first, then less often the longer nothing changes. While your keys are locked they aren’t checked.",
  off: {
    title: () => "Notifications are turned off in the browser or the system",
    text: () => "Turn them on there to be notified of what is switched on here. The icon’s badge counts all the same."
  },
  question: () => "Notify me when an order is",
  kinds: {
    completed: {
      label: () => "Completed",
      description: () => "All of it was delivered."
    },
    partial: {
      label: () => "Delivered in part",
      description: () => "It ended before all of it was delivered."
    },
    refund: {
      label: () => "Canceled or refunded",
      description: () => "Money was refunded."
    },
    error: {
      label: () => "Refused or failed",
      description: () => "It was refused, not sent or stopped, or has a problem at your provider."
    },
    doubt: {
      label: () => "Unclear",
      description: () => "An order’s status is unclear, or was just resolved."
    },
    charge: {
      label: () => "Charged differently",
      description: () => "The charge isn’t what you agreed to."
    }
  }
}
