// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "lead": () => string
readonly "what": {
readonly "title": () => string
readonly "one": () => string
readonly "two": () => string
readonly "three": () => string
}
readonly "rules": {
readonly "title": () => string
readonly "forbidden": () => string
readonly "unlawful": () => string
readonly "own": () => string
readonly "provider": () => string
}
readonly "accept": () => string
readonly "without": () => string
readonly "accepted": (d: { readonly "date": string }) => string
readonly "open": () => string
readonly "next": () => string
readonly "accounts": () => string
readonly "connect": () => string
readonly "withdraw": () => string
readonly "ready": () => string
readonly "choices": () => string
readonly "demo": {
readonly "title": () => string
readonly "text": () => string
readonly "action": () => string
readonly "again": () => string
}
readonly "own": {
readonly "title": () => string
readonly "text": () => string
}
} = {
  title: () => "Welcome to Orderwright",
  lead: () => "Order for the page you’re on, at an exact price.",
  what: {
    title: () => "What it does",
    one: () => "Click the icon on a video page, choose a service of your own account at a provider, and see what it costs, step by step, before you order. Every order is saved first, sent once, and checked until it’s done. If we don’t know what became of one, we tell you, and never send it again by ourselves.",
    two: () => "In the settings, under Limits, you set how much may be spent per order, per day and in total through each account. An order over a limit is stopped before it’s sent. Ordering the same within a day asks you first.",
    three: () => "It reads the page’s address and title when you click the icon, and nothing else. Your keys stay in this browser and go only to the addresses you allow."
  },
  rules: {
    title: () => "What you should know",
    forbidden: () => "Platforms such as YouTube forbid artificial engagement: views, likes, comments or subscribers that don’t come from real interest. They may remove it, and the content or the account with it.",
    unlawful: () => "Buying it can be unlawful where you live, as unfair competition or deception of consumers or advertisers.",
    own: () => "Order only for your own content, and only what its platform’s rules and your law allow.",
    provider: () => "What providers charge, deliver and refund is between you and them."
  },
  accept: () => "I understand and will keep to this",
  without: () => "Without it, Orderwright orders nothing.",
  accepted: (d) => "Accepted on " + d.date,
  open: () => "Open a video page and click the Orderwright icon.",
  next: () => "Next, choose how to begin.",
  accounts: () => "Accounts",
  connect: () => "Connect an account",
  withdraw: () => "Withdraw",
  ready: () => "The demo is ready",
  choices: () => "How do you want to begin?",
  demo: {
    title: () => "Try the demo provider",
    text: () => "A provider played inside the extension: no account, no money, no network. Order for any video and watch it deliver within a minute.",
    action: () => "Try the demo",
    again: () => "Open a video page and click the Orderwright icon. Every screen says that it is the demo."
  },
  own: {
    title: () => "Connect my account",
    text: () => "You need the address of your provider’s API and your key. Signed in there, you find both on the page named “API”. We recognise the kind of API for you."
  }
}
