import type { JSX } from 'preact'
import { accountSettingsMessages } from '../account-settings/messages.ts'
import type { Account } from '../accounts/account.ts'
import type { KeyLockModel } from '../keys/ui/key-lock-model.ts'
import { focusFirstIssue } from '../order-form/ui/price-panel.tsx'
import { ownValue } from '../platform/own-value.ts'
import { request } from '../platform/request.ts'
import { Button } from '../ui/button.tsx'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { ownKeys } from '../ui/keyboard/own-keys.ts'
import { OrdersView, UnlockForm } from './later-views.tsx'
import { OrderView } from './order-view.tsx'
import { PopupHeader } from './popup-header.tsx'
import type { PopupModel } from './popup-model.ts'
import { messages as texts } from './texts/popup/en.generated.ts'

export function PopupScreen({ model }: { readonly model: PopupModel }): JSX.Element {
  const account = model.account.value
  const failure = model.failure.value
  if (failure !== undefined) return <FailedScreen sentence={failure} />
  if (!model.hasConsent) {
    return (
      <Gate
        title={texts.consent.title()}
        text={texts.consent.text()}
        action={texts.consent.action()}
        page="src/screens/welcome.html"
      />
    )
  }
  if (account === undefined) {
    return (
      <Gate
        title={texts.connect.title()}
        text={texts.connect.text()}
        action={texts.connect.action()}
        page="src/screens/options.html"
        second={{ action: texts.connect.demo(), onClick: () => void tryDemo() }}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that hold anywhere in the window
    <div class="popup" onKeyDown={ownKeys(event => pressAnywhere(model, event))}>
      <PopupHeader model={model} account={account} />
      <View model={model} account={account} />
    </div>
  )
}

/** Ctrl+Enter orders, Escape takes back what is held, and / goes to the search for a service. */
function pressAnywhere(model: PopupModel, event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    if (event.repeat || model.view.value !== 'order' || model.keys.status.value?.isLocked === true) return
    if (!model.order()) focusFirstIssue()
  } else if (event.key === 'Escape' && model.checkout.state.value.kind === 'held') {
    event.preventDefault()
    model.checkout.undo()
  } else if (event.key === '/' && !isTypedInto(event.target)) {
    const search = document.querySelector<HTMLInputElement>('#service')
    if (search === null) return
    event.preventDefault()
    search.focus()
    search.select()
  }
}

/** Returns whether a key writes into what it was pressed on. */
function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select')
}

interface ViewProps {
  readonly model: PopupModel
  readonly account: Account
}

/** Shows the chosen view. While keys are locked nothing can be ordered, but the outcome of an order still shows. */
function View({ model, account }: ViewProps): JSX.Element {
  const areKeysLocked = model.keys.status.value?.isLocked === true
  if (model.view.value === 'orders') {
    return (
      <OrdersView
        account={account}
        orders={model.orders}
        duplicates={ownValue(model.possibleDuplicates.value, account.id) ?? []}
        flags={model.data.flags.value}
        capabilities={model.data.capabilities.value}
        orderToShow={model.orderToShow.value}
        areKeysLocked={areKeysLocked}
        onRefresh={() => void model.refresh()}
        onTryAgain={model.reviewing.tryAgain}
      />
    )
  }
  const isFilling = ['editing', 'reviewing'].includes(model.checkout.state.value.kind)
  if (isFilling && areKeysLocked) {
    return <LockedView model={model.keys} onUnlocked={() => void model.refresh()} />
  }
  return <OrderView model={model} account={account} />
}

interface GateProps {
  readonly title: string
  readonly text: string
  readonly action: string
  /** A page of the extension that the action opens. */
  readonly page: string
  /** What can be done instead. */
  readonly second?: { readonly action: string; readonly onClick: () => void }
}

function Gate({ title, text, action, page, second }: GateProps): JSX.Element {
  return (
    <main class="popup">
      <div class="centered">
        <img src="/icons/48.png" alt="" width="48" height="48" />
        <h1>{title}</h1>
        <p>{text}</p>
        <Button variant="primary" onClick={() => openPage(page)}>
          {action}
        </Button>
        {second !== undefined && <Button onClick={second.onClick}>{second.action}</Button>}
      </div>
    </main>
  )
}

/** Adds the demo, and opens the popup anew with it. */
async function tryDemo(): Promise<void> {
  const answer = await request(accountSettingsMessages['open-demo'], {})
  if (answer.ok) location.reload()
}

function openPage(path: string): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL(path) })
}

interface LockedViewProps {
  readonly model: KeyLockModel
  readonly onUnlocked: () => void
}

/** Shows the lock in place of the form, whose values stay. */
function LockedView({ model, onUnlocked }: LockedViewProps): JSX.Element {
  return (
    <main class="centered">
      <h1>{texts.locked.title()}</h1>
      <p>{texts.locked.text()}</p>
      <UnlockForm model={model} onUnlocked={onUnlocked} />
    </main>
  )
}
