import { isolate } from '@orderwright/core'
import './keys-section.css'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { autoLockChoices } from '../auto-lock.ts'
import { keyModes } from './key-modes.ts'
import type { KeysModel } from './keys-model.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { UnlockForm } from './unlock-form.tsx'

interface KeysSectionProps {
  readonly model: KeysModel
  readonly accounts: readonly NamedAccount[]
  /** Whether one of them is QQTube’s, which gets its key in the address. */
  readonly hasQqtube: boolean
}

interface NamedAccount {
  readonly id: string
  readonly name: string
}

/** Shows how keys are kept in this browser. */
export function KeysSection({ model, accounts, hasQqtube }: KeysSectionProps): JSX.Element {
  const status = model.lock.status.value
  return (
    <section class="panel keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      {status?.isLocked === true ? <Locked model={model} /> : <Modes model={model} />}
      {hasQqtube && (
        <p>
          QQTube gets your key in the web address of each read, and can have the browser report such addresses
          to others. Orderwright cannot stop that, but you can: block “Background sync” for QQTube’s website
          in your browser’s site settings.
        </p>
      )}
      {status !== undefined && <Missing accounts={accounts} accountIds={status.accountIds} />}
    </section>
  )
}

function Locked({ model }: { readonly model: KeysModel }): JSX.Element {
  return (
    <>
      <p>
        Your keys are locked. Unlock them to order, to follow open orders, and to change how they are kept.
      </p>
      <UnlockForm model={model.lock} />
      <Confirm
        action="I forgot the passphrase"
        title="Remove all keys?"
        text="Nobody can recover it. You can remove all keys from this browser, and enter each again from your account there. Accounts and orders stay."
        confirm="Remove all keys"
        onConfirm={() => void model.discard()}
      />
    </>
  )
}

function Modes({ model }: { readonly model: KeysModel }): JSX.Element {
  const isSealed = model.lock.status.value?.mode === 'passphrase'
  return (
    <form
      class="keys"
      aria-label="How keys are kept"
      onSubmit={event => {
        event.preventDefault()
        void model.apply()
      }}
    >
      {isSealed && <Lock model={model} />}
      <ChoiceField
        id="key-mode"
        label="How your keys are kept in this browser"
        value={model.mode.value}
        choices={keyModes}
        onChange={model.choose}
      />
      {model.mode.value === 'passphrase' && <PassphraseFields model={model} isChange={isSealed} />}
      {model.problem.value !== undefined && (
        <Notice tone="bad" title="Your keys are kept as before" isLive>
          <p>{model.problem.value}</p>
        </Notice>
      )}
      {model.done.value !== undefined && (
        <Notice tone="good" title={model.done.value.title} isLive>
          {model.done.value.advice !== undefined && <p>{model.done.value.advice}</p>}
        </Notice>
      )}
      {model.isChanged.value && (
        <div class="page-actions">
          <Button variant="primary" isSubmit isBusy={model.isBusy.value}>
            {actionOf(model, isSealed)}
          </Button>
        </div>
      )}
    </form>
  )
}

function actionOf(model: KeysModel, isSealed: boolean): string {
  if (model.isBusy.value) return 'Storing your keys…'
  if (model.mode.value !== 'passphrase') return 'Keep keys this way'
  return isSealed ? 'Change the passphrase' : 'Encrypt the keys'
}

function Lock({ model }: { readonly model: KeysModel }): JSX.Element {
  return (
    <div class="keys-lock">
      <SelectField
        id="auto-lock"
        label="Lock by itself"
        hint="Counted from when you last used Orderwright."
        value={`${model.lock.status.value?.autoLockMinutes ?? 15}`}
        options={autoLockChoices.map(minutes => ({ value: `${minutes}`, label: timeOf(minutes) }))}
        onChange={value => void model.setAutoLock(Number.parseInt(value, 10))}
      />
      <Button onClick={() => void model.lock.lock()}>Lock now</Button>
    </div>
  )
}

function timeOf(minutes: number): string {
  if (minutes === 0) return 'When the browser is closed'
  return minutes < 60 ? `After ${minutes} minutes` : `After ${minutes / 60} hour${minutes === 60 ? '' : 's'}`
}

interface MissingProps {
  readonly accounts: readonly NamedAccount[]
  readonly accountIds: readonly string[]
}

function Missing({ accounts, accountIds }: MissingProps): JSX.Element | null {
  const missing = accounts.filter(({ id }) => !accountIds.includes(id))
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" title={`No key for ${missing.map(({ name }) => isolate(name)).join(', ')}`} isLive>
      <p>Press “Edit” there and paste the key from your account.</p>
    </Notice>
  )
}
