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
export const messages: {
readonly "draft": {
readonly "notKept": () => string
readonly "full": () => string
readonly "failed": () => string
readonly "restored": (d: { readonly "ago": string }) => string
readonly "discard": () => string
readonly "discarded": () => string
readonly "undo": () => string
}
readonly "price": {
readonly "breakdown": () => string
readonly "total": () => string
readonly "now": () => string
readonly "review": () => string
readonly "later": () => string
readonly "after": (d: { readonly "balance": string }) => string
readonly "chooseService": () => string
readonly "enterQuantity": () => string
readonly "fix": (d: { readonly "count": Value; readonly "shown": string; readonly "field": string }) => string
readonly "shortcut": () => string
}
readonly "target": {
readonly "noLink": {
readonly "title": () => string
readonly "text": () => string
}
readonly "noVideo": {
readonly "title": () => string
readonly "text": () => string
}
readonly "moved": {
readonly "title": () => string
readonly "action": () => string
readonly "text": (d: { readonly "now": string; readonly "before": string }) => string
}
readonly "quoted": (d: { readonly "title": string }) => string
readonly "card": () => string
readonly "useAnother": () => string
readonly "orderedFor": (d: { readonly "url": string }) => string
readonly "usePage": () => string
readonly "labels": {
readonly "video": () => string
readonly "channel": () => string
readonly "playlist": () => string
readonly "comment": () => string
readonly "link": () => string
readonly "any": () => string
}
readonly "forms": {
readonly "watch": () => string
readonly "short": () => string
readonly "live": () => string
readonly "music": () => string
readonly "embed": () => string
readonly "channel": () => string
readonly "handle": () => string
readonly "playlist": () => string
}
}
readonly "drip": {
readonly "legend": () => string
readonly "blank": () => string
readonly "label": () => string
readonly "description": (d: { readonly "price": string; readonly "quantity": string }) => string
}
readonly "fields": {
readonly "taken": (d: { readonly "quantity": string; readonly "range": string }) => string
readonly "number": (d: { readonly "id": string }) => string
readonly "count": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "read": (d: { readonly "services": string; readonly "ago": string }) => string
readonly "loading": () => string
readonly "none": () => string
readonly "unread": () => string
readonly "optional": () => string
readonly "choose": () => string
readonly "noChoice": () => string
}
readonly "templates": {
readonly "title": () => string
readonly "name": () => string
readonly "save": () => string
readonly "remove": (d: { readonly "name": string }) => string
}
} = {
  draft: {
    notKept: () => "What you enter isn’t saved",
    full: () => "Your disk is full. It’s lost if you close this window before you order.",
    failed: () => "The browser can’t store it right now. It’s lost if you close this window before you order.",
    restored: (d) => "Restored what you entered " + d.ago + ".",
    discard: () => "Discard",
    discarded: () => "Discarded what you had entered.",
    undo: () => "Undo"
  },
  price: {
    breakdown: () => "Price breakdown",
    total: () => "Total",
    now: () => "Now",
    review: () => "Review order",
    later: () => "Each delivered order is charged later.",
    after: (d) => "Balance after " + d.balance,
    chooseService: () => "Choose a service to see its price.",
    enterQuantity: () => "Enter a quantity to see the price.",
    fix: (d) => "Fix " + plural(d.count, 0, en, { one: d.shown + " field: " + d.field, other: d.shown + " fields: " + d.field + ", …" }),
    shortcut: () => "Ctrl+Enter orders without the review"
  },
  target: {
    noLink: {
      title: () => "No link is needed",
      text: () => "This service isn’t for one page. What it asks for is below."
    },
    noVideo: {
      title: () => "No video on this page",
      text: () => "Open a video and click the icon again, or paste a link here."
    },
    moved: {
      title: () => "The page has moved on",
      action: () => "Order for the new page",
      text: (d) => "It now shows " + d.now + ". This order is still for " + d.before + "."
    },
    quoted: (d) => "“" + d.title + "”",
    card: () => "Ordered for",
    useAnother: () => "Use another link",
    orderedFor: (d) => "Ordered for " + d.url,
    usePage: () => "Use the page under this window",
    labels: {
      video: () => "Link of the video",
      channel: () => "Link of the channel",
      playlist: () => "Link of the playlist",
      comment: () => "Link of the comment",
      link: () => "Link",
      any: () => "Link"
    },
    forms: {
      watch: () => "Video",
      short: () => "Short",
      live: () => "Live stream",
      music: () => "Music",
      embed: () => "Embedded video",
      channel: () => "Channel",
      handle: () => "Channel, by its handle",
      playlist: () => "Playlist"
    }
  },
  drip: {
    legend: () => "Deliver in several runs",
    blank: () => "Leave both empty to deliver all at once.",
    label: () => "Deliver by drip",
    description: (d) => "Slower, for " + d.price + " per " + d.quantity
  },
  fields: {
    taken: (d) => "Taken as " + d.quantity + " · " + d.range,
    number: (d) => "number " + d.id,
    count: (d) => plural(d.count, 0, en, { one: d.shown + " service", other: d.shown + " services" }) + " to choose from",
    read: (d) => d.services + " · read " + d.ago,
    loading: () => "Loading services…",
    none: () => "This account offers no services.",
    unread: () => "The services couldn’t be read.",
    optional: () => "optional",
    choose: () => "Choose",
    noChoice: () => "No choice"
  },
  templates: {
    title: () => "Templates",
    name: () => "Name of the template",
    save: () => "Save template",
    remove: (d) => "Remove the template " + d.name
  }
}
