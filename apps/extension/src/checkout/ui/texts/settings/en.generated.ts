// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "about": () => string
readonly "undo": {
readonly "label": () => string
readonly "choice": {
readonly "3": () => string
readonly "5": () => string
readonly "shortcut": () => string
readonly "off": () => string
}
readonly "hint": {
readonly "3": () => string
readonly "5": () => string
readonly "shortcut": () => string
readonly "off": () => string
}
}
} = {
  title: () => "Ordering",
  about: () => "Press Ctrl+Enter in the form to order without the review, when nothing needs your answer.",
  undo: {
    label: () => "Time to undo an order",
    choice: {
      "3": () => "3 seconds after every order",
      "5": () => "5 seconds after every order",
      shortcut: () => "3 seconds after Ctrl+Enter",
      off: () => "Off"
    },
    hint: {
      "3": () => "Nothing is sent until then.",
      "5": () => "Nothing is sent until then.",
      shortcut: () => "Nothing is sent until then. An order you reviewed is sent at once.",
      off: () => "Ctrl+Enter shows the review first; there it orders."
    }
  }
}
