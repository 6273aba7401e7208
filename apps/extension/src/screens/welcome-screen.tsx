import type { JSX } from 'preact'
import { formatDay } from '../format/time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { messages as texts } from './texts/welcome/en.generated.ts'
import type { WelcomeModel } from './welcome-model.ts'

/** Shows the first-run page. Changing what it asks people to agree to raises `consentVersion`. */
export function WelcomeScreen({ model }: { readonly model: WelcomeModel }): JSX.Element {
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>{texts.title()}</h1>
          <p class="page-lead">{texts.lead()}</p>
        </div>
      </header>
      <section class="panel" aria-labelledby="what">
        <h2 id="what">{texts.what.title()}</h2>
        <p>{texts.what.one()}</p>
        <p>{texts.what.two()}</p>
        <p>{texts.what.three()}</p>
      </section>
      <section class="panel" aria-labelledby="rules">
        <h2 id="rules">{texts.rules.title()}</h2>
        <ul class="rules">
          <li>{texts.rules.forbidden()}</li>
          <li>{texts.rules.unlawful()}</li>
          <li>{texts.rules.own()}</li>
          <li>{texts.rules.provider()}</li>
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
            {texts.accept()}
          </Button>
          <span class="page-lead">{texts.without()}</span>
        </div>
      </div>
    )
  }
  return (
    <div class="next">
      <Notice tone="good" title={texts.accepted({ date: formatDay(model.acceptedAt.value) })} isLive>
        <p>{model.hasAccount ? texts.open() : texts.next()}</p>
      </Notice>
      <div class="page-actions">
        <Button
          variant={model.hasAccount ? 'secondary' : 'primary'}
          onClick={() => void chrome.runtime.openOptionsPage()}
        >
          {model.hasAccount ? texts.accounts() : texts.connect()}
        </Button>
        <Button variant="danger" onClick={() => void model.withdraw()}>
          {texts.withdraw()}
        </Button>
      </div>
    </div>
  )
}
