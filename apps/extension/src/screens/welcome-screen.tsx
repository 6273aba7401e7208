import type { JSX } from 'preact'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { WelcomeModel } from './welcome-model.ts'

/** Shows the first-run page. Changing what it asks people to agree to raises `consentVersion`. */
export function WelcomeScreen({ model }: { readonly model: WelcomeModel }): JSX.Element {
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>Welcome to Orderwright</h1>
          <p class="page-lead">Order for the page you are on, at an exact price.</p>
        </div>
      </header>
      <section class="panel" aria-labelledby="what">
        <h2 id="what">What it does</h2>
        <p>
          Click the icon on a video page, choose a service of your own account at an upstream, and see what it
          costs, step by step, before you order. Every order is written down first, sent once, and followed to
          its end. If it is not known what became of one, you are told so, and nothing is sent again by
          itself.
        </p>
        <p>
          In the settings, under Limits, you say how much may be spent for one order, for a day and through
          each account; an order above is stopped before it is sent. The same order within a day is asked
          about once more.
        </p>
        <p>
          It reads the page’s address and title when you click the icon, and nothing else. Your keys stay in
          this browser and go to the addresses that you allow.
        </p>
      </section>
      <section class="panel" aria-labelledby="rules">
        <h2 id="rules">What you should know</h2>
        <ul class="rules">
          <li>
            Platforms such as YouTube forbid artificial engagement: views, likes, comments or subscribers that
            do not come from real interest. They may remove it, and the content or the account with it.
          </li>
          <li>
            Buying it can be unlawful where you live, as unfair competition or deception of consumers or
            advertisers.
          </li>
          <li>Order only for your own content, and only what its platform’s rules and your law allow.</li>
          <li>What upstreams charge, deliver and refund is between you and them.</li>
        </ul>
      </section>
      <Decision model={model} />
    </main>
  )
}

function Decision({ model }: { readonly model: WelcomeModel }): JSX.Element {
  if (!model.isAccepted.value) {
    return (
      <div class="next">
        <div class="page-actions">
          <Button variant="primary" onClick={() => void model.accept(new Date())}>
            I understand and will keep to this
          </Button>
          <span class="page-lead">Without it, Orderwright orders nothing.</span>
        </div>
      </div>
    )
  }
  return (
    <div class="next">
      <Notice tone="good" title={`Accepted on ${dateOf(model.acceptedAt.value)}`} isLive>
        <p>
          {model.hasAccount
            ? 'Open a video page and click the Orderwright icon.'
            : 'Next, connect the account that orders go through.'}
        </p>
      </Notice>
      <div class="page-actions">
        <Button
          variant={model.hasAccount ? 'secondary' : 'primary'}
          onClick={() => void chrome.runtime.openOptionsPage()}
        >
          {model.hasAccount ? 'Accounts' : 'Connect an account'}
        </Button>
        <Button variant="danger" onClick={() => void model.withdraw()}>
          Withdraw
        </Button>
      </div>
    </div>
  )
}

function dateOf(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}
