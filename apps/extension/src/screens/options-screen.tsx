import type { JSX } from 'preact'
import type { OptionsModel } from '../account-settings/account-settings-model.ts'
import { AccountCard } from '../account-settings/ui/account-card.tsx'
import { AccountForm } from '../account-settings/ui/account-form.tsx'
import type { DataModel } from '../backup/backup-model.ts'
import { DataSection } from '../backup/ui/backup-section.tsx'
import type { KeysModel } from '../keys/ui/keys-model.ts'
import { KeysSection } from '../keys/ui/keys-section.tsx'
import type { LimitsModel } from '../limits/limits-model.ts'
import { LimitsSection } from '../limits/ui/limits-section.tsx'
import type { NotificationsModel } from '../notifications/ui/notifications-model.ts'
import { NotificationsSection } from '../notifications/ui/notifications-section.tsx'
import { Button } from '../ui/button.tsx'

interface OptionsScreenProps {
  readonly model: OptionsModel
  readonly keys: KeysModel
  readonly limits: LimitsModel
  readonly notifications: NotificationsModel
  readonly data: DataModel
  readonly onForgotten: () => void
}

export function OptionsScreen(props: OptionsScreenProps): JSX.Element {
  const { model, keys, limits, notifications, data, onForgotten } = props
  const accounts = model.accounts.value
  const form = model.form.value
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>Settings</h1>
          <p class="page-lead">Orders go through your own accounts. Keys stay in this browser.</p>
        </div>
      </header>
      {accounts.length > 0 && (
        <ul class="account-list" aria-label="Accounts">
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
            Add an account
          </Button>
        </div>
      ) : (
        <AccountForm model={model} fields={form} />
      )}
      <LimitsSection model={limits} />
      <KeysSection
        model={keys}
        accounts={accounts}
        hasQqtube={accounts.some(({ kind }) => kind === 'qqtube')}
      />
      <NotificationsSection model={notifications} />
      <DataSection model={data} onForgotten={onForgotten} />
    </main>
  )
}
