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
readonly "title": () => string
readonly "form": () => string
readonly "question": () => string
readonly "modes": {
readonly "keep": {
readonly "label": () => string
readonly "description": () => string
readonly "done": () => string
}
readonly "session": {
readonly "label": () => string
readonly "description": () => string
readonly "done": () => string
}
readonly "passphrase": {
readonly "label": () => string
readonly "description": () => string
readonly "done": () => string
}
}
readonly "traces": () => string
readonly "notChanged": () => string
readonly "apply": {
readonly "busy": () => string
readonly "plain": () => string
readonly "encrypt": () => string
readonly "change": () => string
}
readonly "addressNote": () => string
readonly "locked": () => string
readonly "forgotten": {
readonly "action": () => string
readonly "title": () => string
readonly "text": () => string
readonly "confirm": () => string
}
readonly "autoLock": {
readonly "label": () => string
readonly "hint": () => string
readonly "onClose": () => string
readonly "minutes": (d: { readonly "count": Value; readonly "shown": string }) => string
readonly "hours": (d: { readonly "count": Value; readonly "shown": string }) => string
}
readonly "lockNow": () => string
readonly "missing": {
readonly "title": (d: { readonly "accounts": string }) => string
readonly "advice": () => string
}
readonly "passphrase": {
readonly "label": () => string
readonly "new": () => string
readonly "again": () => string
readonly "hint": () => string
readonly "missing": () => string
readonly "differs": () => string
}
readonly "unlock": {
readonly "form": () => string
readonly "hint": () => string
readonly "action": () => string
readonly "busy": () => string
}
readonly "strength": {
readonly "label": () => string
readonly "says": (d: { readonly "strength": string }) => string
readonly "scores": {
readonly "0": () => string
readonly "1": () => string
readonly "2": () => string
readonly "3": () => string
readonly "4": () => string
}
}
readonly "advice": {
readonly "own": (d: { readonly "word": string }) => string
readonly "guessed": () => string
readonly "letterAgain": () => string
readonly "again": () => string
readonly "sequence": () => string
readonly "keysInRow": () => string
readonly "common": () => string
readonly "closeToCommon": () => string
readonly "years": () => string
readonly "dates": () => string
}
} = {
  title: () => "Keys",
  form: () => "How keys are kept",
  question: () => "How your keys are kept in this browser",
  modes: {
    keep: {
      label: () => "Keep them",
      description: () => "They stay until you remove them, as plain text in the browser’s files. Anyone who can read your files can read them.",
      done: () => "Your keys are kept in the browser’s files now."
    },
    session: {
      label: () => "For this session only",
      description: () => "They are in memory only. When you close the browser they’re gone, and you enter them again.",
      done: () => "Your keys are in memory only now, and gone when you close the browser."
    },
    passphrase: {
      label: () => "Behind a passphrase",
      description: () => "They are encrypted in the browser’s files and open with your passphrase. Nobody can recover it if you forget it. While they are locked, your open orders aren’t checked.",
      done: () => "Your keys are encrypted now. They stay unlocked until they lock by themselves."
    }
  },
  traces: () => "Traces of the plain keys can stay in the browser’s files until it clears them. If others can read those files, get new keys from your accounts and save them now.",
  notChanged: () => "Your keys are kept as before",
  apply: {
    busy: () => "Saving your keys…",
    plain: () => "Keep keys this way",
    encrypt: () => "Encrypt the keys",
    change: () => "Change the passphrase"
  },
  addressNote: () => "QQTube gets your key in the web address of each request, and can have the browser report such addresses to others. Orderwright can’t stop that, but you can: block “Background sync” for QQTube’s website in your browser’s site settings.",
  locked: () => "Your keys are locked. Unlock them to order, to check open orders, and to change how they are kept.",
  forgotten: {
    action: () => "I forgot the passphrase",
    title: () => "Remove all keys?",
    text: () => "Nobody can recover the passphrase. Remove all keys from this browser, then copy each again from your account. Accounts and orders stay.",
    confirm: () => "Remove all keys"
  },
  autoLock: {
    label: () => "Lock by itself",
    hint: () => "Counted from when you last used Orderwright.",
    onClose: () => "When the browser closes",
    minutes: (d) => "After " + plural(d.count, 0, en, { one: d.shown + " minute", other: d.shown + " minutes" }),
    hours: (d) => "After " + plural(d.count, 0, en, { one: d.shown + " hour", other: d.shown + " hours" })
  },
  lockNow: () => "Lock now",
  missing: {
    title: (d) => "No key for " + d.accounts,
    advice: () => "Press “Edit” there and paste the key from your account."
  },
  passphrase: {
    label: () => "Passphrase",
    "new": () => "New passphrase",
    again: () => "The same again",
    hint: () => "Four random words are better than one with digits.",
    missing: () => "Choose a passphrase, such as four words.",
    differs: () => "This differs from the first. Type it again."
  },
  unlock: {
    form: () => "Unlock your keys",
    hint: () => "The one you chose for your keys in the settings.",
    action: () => "Unlock",
    busy: () => "Unlocking…"
  },
  strength: {
    label: () => "Strength of the passphrase",
    says: (d) => "Strength: " + d.strength + ".",
    scores: {
      "0": () => "very weak",
      "1": () => "weak",
      "2": () => "weak",
      "3": () => "almost strong",
      "4": () => "strong"
    }
  },
  advice: {
    own: (d) => d.word + " is easy to guess. Use four words that have nothing to do with it.",
    guessed: () => "This can be guessed. Add another word or two.",
    letterAgain: () => "Repeating a letter adds nothing. Add another word or two.",
    again: () => "Repeating the same adds nothing. Add another word or two.",
    sequence: () => "Letters or numbers in a row are guessed first. Add another word or two.",
    keysInRow: () => "Keys in a row are guessed first. Add another word or two.",
    common: () => "This is a common password. Add another word or two.",
    closeToCommon: () => "This is close to a common password. Add another word or two.",
    years: () => "Years are guessed first. Add another word or two.",
    dates: () => "Dates are guessed first. Add another word or two."
  }
}
