import type { JSX } from 'preact'
import { type OptionsModel, openOptionsModel } from '../account-settings/account-settings-model.ts'
import { AccountCard } from '../account-settings/ui/account-card.tsx'
import { AccountForm } from '../account-settings/ui/account-form.tsx'
import { isDemo } from '../accounts/demo-account.ts'
import { type AppearanceModel, openAppearanceModel } from '../appearance/ui/appearance-model.ts'
import { AppearanceSection } from '../appearance/ui/appearance-section.tsx'
import { type DataModel, openDataModel } from '../backup/backup-model.ts'
import { DataSection } from '../backup/ui/backup-section.tsx'
import { OrderingSection } from '../checkout/ui/ordering-section.tsx'
import { openUndoWindow, type UndoWindowModel } from '../checkout/undo-window.ts'
import { type KeysModel, openKeysModel } from '../keys/ui/keys-model.ts'
import { KeysSection } from '../keys/ui/keys-section.tsx'
import { type LimitsModel, openLimitsModel } from '../limits/limits-model.ts'
import { LimitsSection } from '../limits/ui/limits-section.tsx'
import { type NotificationsModel, openNotificationsModel } from '../notifications/ui/notifications-model.ts'
import { NotificationsSection } from '../notifications/ui/notifications-section.tsx'
import { watchRecords } from '../orders/orders-model.ts'
import { Button } from '../ui/button.tsx'
import { messages as texts } from './texts/options/en.generated.ts'

interface OptionsScreenProps {
  readonly model: OptionsModel
  readonly keys: KeysModel
  readonly limits: LimitsModel
  readonly ordering: UndoWindowModel
  readonly notifications: NotificationsModel
  readonly appearance: AppearanceModel
  readonly data: DataModel
  readonly onForgotten: () => void
}

interface OptionsPage {
  /** Hands a text to the person as a file of that name. */
  readonly download: (name: string, text: string) => void
  /** Shows what is left when everything is forgotten. */
  readonly onForgotten: () => void
}

/** Reads what is stored and returns the settings over it, which follow its changes until the signal aborts. */
export async function openOptionsScreen(page: OptionsPage, end: AbortSignal): Promise<JSX.Element> {
  const [model, data, records, notifications, appearance] = await Promise.all([
    openOptionsModel(end),
    openDataModel(page.download),
    watchRecords(end),
    openNotificationsModel(end),
    openAppearanceModel(end),
  ])
  const keys = await openKeysModel(model.accounts, end)
  const limits = await openLimitsModel({ accounts: model.accounts, records, now: Date.now }, end)
  const ordering = openUndoWindow(end)
  return (
    <OptionsScreen
      {...{ model, keys, limits, ordering, notifications, appearance, data }}
      onForgotten={page.onForgotten}
    />
  )
}

function OptionsScreen(props: OptionsScreenProps): JSX.Element {
  const { model, keys, limits, ordering, notifications, appearance, data, onForgotten } = props
  const accounts = model.accounts.value
  const form = model.form.value
  /** The demo has no key that could be missing. */
  const keyed = accounts.filter(account => !isDemo(account))
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>{texts.title()}</h1>
          <p class="page-lead">{texts.lead()}</p>
        </div>
      </header>
      <SectionLinks />
      <section class="accounts" id="accounts" aria-label={texts.sections.accounts()}>
        {accounts.length > 0 && (
          <ul class="account-list" aria-label={texts.accounts()}>
            {accounts.map(account => (
              <li key={account.id}>
                <AccountCard model={model} account={account} />
              </li>
            ))}
          </ul>
        )}
        {form === undefined ? (
          <div class="page-actions">
            <Button variant={accounts.length === 0 ? 'primary' : 'secondary'} onClick={() => model.add()}>
              {texts.add()}
            </Button>
          </div>
        ) : (
          <AccountForm model={model} fields={form} />
        )}
      </section>
      <LimitsSection model={limits} />
      <OrderingSection model={ordering} />
      <KeysSection model={keys} accounts={keyed} hasQqtube={keyed.some(({ kind }) => kind === 'qqtube')} />
      <AppearanceSection model={appearance} />
      <NotificationsSection model={notifications} />
      <DataSection model={data} onForgotten={onForgotten} />
    </main>
  )
}

/** The parts of the page, in their order, by their ids. */
const sections = ['accounts', 'limits', 'ordering', 'keys', 'appearance', 'notifications', 'data'] as const

/** Leads to each part of the page; the focus goes along, as with any link. */
function SectionLinks(): JSX.Element {
  return (
    <nav class="section-links" aria-label={texts.sections.label()}>
      {sections.map(section => (
        <a key={section} href={`#${section}`}>
          {texts.sections[section]()}
        </a>
      ))}
    </nav>
  )
}
