import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import type { Account } from '../accounts/account.ts'
import { isDemo } from '../accounts/demo-account.ts'
import { formatCount } from '../format/money.ts'
import { openPanel, openWindow } from '../places/open-place.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/button.tsx'
import { Money } from '../ui/money.tsx'
import type { PopupModel } from './popup-model.ts'
import { messages as texts } from './texts/popup/en.generated.ts'

interface PopupHeaderProps {
  readonly model: PopupModel
  readonly account: Account
}

export function PopupHeader({ model, account }: PopupHeaderProps): JSX.Element {
  const balance = model.data.balance.value
  return (
    <header class="popup-head">
      <div class="popup-account">
        <img src="/icons/32.png" alt="" width="22" height="22" />
        <AccountName model={model} account={account} />
        <span class="popup-balance">
          {balance !== undefined && (
            <>
              <span class="visually-hidden">{texts.balance()} </span>
              <Money amount={balance.amount} currency={balance.currency} />
            </>
          )}
        </span>
        <OtherPlace model={model} />
        <IconButton icon="refresh" label={texts.refresh()} onClick={() => void model.refresh()} />
        <IconButton
          icon="gear"
          label={texts.settings()}
          onClick={() => void chrome.runtime.openOptionsPage()}
        />
      </div>
      <nav class="tabs" aria-label={texts.views()}>
        <Tab model={model} view="order" text={texts.order()} />
        <Tab model={model} view="orders" text={texts.orders()} />
      </nav>
      {isDemo(account) && <p class="demo-mark">{texts.demo()}</p>}
    </header>
  )
}

/** Offers the next larger place for the screen: from the popup the side panel, from there a window of its own. */
function OtherPlace({ model: { placeName, page } }: Pick<PopupHeaderProps, 'model'>): JSX.Element | null {
  if (placeName === 'window') return null
  const isPopup = placeName === 'popup'
  return (
    <IconButton
      icon={isPopup ? 'panel' : 'window'}
      label={isPopup ? texts.openPanel() : texts.openWindow()}
      onClick={() => void (isPopup ? openPanel(page.tab()) : openWindow(page.tab()))}
    />
  )
}

/** Shows the account, or a choice of them if there are several. */
function AccountName({ model, account }: PopupHeaderProps): JSX.Element {
  if (model.accounts.length < 2)
    return (
      <span class="popup-name" dir="auto">
        {account.name}
      </span>
    )
  return (
    <span class="popup-name">
      <select
        aria-label={texts.account()}
        value={account.id}
        // What is being placed belongs to this account.
        disabled={['held', 'placing'].includes(model.checkout.state.value.kind)}
        onChange={event => void model.switchAccount(event.currentTarget.value)}
      >
        {model.accounts.map(({ id, name }) => (
          <option key={id} value={id} dir="auto">
            {nameWithCount(name, id === account.id ? undefined : model.badgeCounts.value.get(id))}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Returns an account's name with how many orders need the person there, which cannot be seen from here. */
function nameWithCount(name: string, count: number | undefined): string {
  if (count === undefined) return name
  return texts.waiting({ name: isolate(name), count, shown: formatCount(`${count}`) })
}

interface TabProps {
  readonly model: PopupModel
  readonly view: 'order' | 'orders'
  readonly text: string
}

function Tab({ model, view, text }: TabProps): JSX.Element {
  const badge = view === 'orders' ? badgeOf(model) : undefined
  return (
    <button
      type="button"
      class="tab"
      aria-current={model.view.value === view ? 'page' : undefined}
      onClick={() => {
        model.view.value = view
      }}
    >
      {text}
      {badge !== undefined && (
        <span class="tab-count">
          <Badge tone="warn" text={badge} />
        </span>
      )}
    </button>
  )
}

function badgeOf({ orders, badgeCounts, account }: PopupModel): string | undefined {
  const undecided = orders.undecided.value
  if (undecided > 0) return texts.unclear({ shown: formatCount(`${undecided}`) })
  const count = badgeCounts.value.get(account.value?.id ?? '')
  return count === undefined ? undefined : texts.new({ shown: formatCount(`${count}`) })
}
