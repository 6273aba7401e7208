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
  const hasAccount = model.hasAccount.value
  return (
    <div class="next">
      <Notice tone="good" title={texts.accepted({ date: formatDay(model.acceptedAt.value) })} isLive>
        <p>{hasAccount ? texts.open() : texts.next()}</p>
      </Notice>
      {hasAccount ? <Ready model={model} /> : <Beginnings model={model} />}
      <div class="page-actions">
        <Button variant="danger" onClick={() => void model.withdraw()}>
          {texts.withdraw()}
        </Button>
      </div>
    </div>
  )
}

/** Shows what to do once there is an account. */
function Ready({ model }: { readonly model: WelcomeModel }): JSX.Element {
  return (
    <>
      {model.isDemoReady.value && (
        <Notice tone="good" title={texts.ready()} isLive>
          <p>{texts.demo.again()}</p>
        </Notice>
      )}
      <div class="page-actions">
        <Button onClick={openSettings}>{texts.accounts()}</Button>
      </div>
    </>
  )
}

/** Shows the two ways to begin. */
function Beginnings({ model }: { readonly model: WelcomeModel }): JSX.Element {
  return (
    <section class="beginnings" aria-label={texts.choices()}>
      <div class="panel beginning">
        <h2>{texts.demo.title()}</h2>
        <p>{texts.demo.text()}</p>
        <Button variant="primary" onClick={() => void model.tryDemo()}>
          {texts.demo.action()}
        </Button>
      </div>
      <div class="panel beginning">
        <h2>{texts.own.title()}</h2>
        <p>{texts.own.text()}</p>
        <Button onClick={openSettings}>{texts.connect()}</Button>
      </div>
    </section>
  )
}

function openSettings(): void {
  void chrome.runtime.openOptionsPage()
}
