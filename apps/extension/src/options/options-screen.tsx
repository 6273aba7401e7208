import type { JSX } from 'preact'
import { Button } from '../ui/button.tsx'
import { AccountCard } from './account-card.tsx'
import { AccountForm } from './account-form.tsx'
import type { DataModel } from './data-model.ts'
import { DataSection } from './data-section.tsx'
import type { KeysModel } from './keys-model.ts'
import { KeysSection } from './keys-section.tsx'
import type { LimitsModel } from './limits-model.ts'
import { LimitsSection } from './limits-section.tsx'
import type { NoticesModel } from './notices-model.ts'
import { NoticesSection } from './notices-section.tsx'
import type { OptionsModel } from './options-model.ts'

interface OptionsScreenProps {
  readonly model: OptionsModel
  readonly keys: KeysModel
  readonly limits: LimitsModel
  readonly notices: NoticesModel
  readonly data: DataModel
  readonly onForgotten: () => void
}

export function OptionsScreen(props: OptionsScreenProps): JSX.Element {
  const { model, keys, limits, notices, data, onForgotten } = props
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
      <KeysSection model={keys} accounts={accounts} />
      <NoticesSection model={notices} />
      <DataSection model={data} onForgotten={onForgotten} />
    </main>
  )
}
