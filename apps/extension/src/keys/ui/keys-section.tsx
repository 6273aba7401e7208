import { isolate } from '@orderwright/core'
import './keys-section.css'
import type { JSX } from 'preact'
import { formatList } from '../../format/locale.ts'
import { formatCount } from '../../format/money.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { autoLockChoices } from '../auto-lock.ts'
import type { KeyMode } from '../key-status.ts'
import type { KeysModel } from './keys-model.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { messages as texts } from './texts/en.generated.ts'
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
    <section class="panel keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{texts.title()}</h2>
      {status?.isLocked === true ? <Locked model={model} /> : <Modes model={model} />}
      {hasQqtube && <p>{texts.addressNote()}</p>}
      {status !== undefined && <Missing accounts={accounts} accountIds={status.accountIds} />}
    </section>
  )
}

function Locked({ model }: { readonly model: KeysModel }): JSX.Element {
  return (
    <>
      <p>{texts.locked()}</p>
      <UnlockForm model={model.lock} />
      <Confirm
        action={texts.forgotten.action()}
        title={texts.forgotten.title()}
        text={texts.forgotten.text()}
        confirm={texts.forgotten.confirm()}
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
      aria-label={texts.form()}
      onSubmit={event => {
        event.preventDefault()
        void model.apply()
      }}
    >
      {isSealed && <Lock model={model} />}
      <ChoiceField
        id="key-mode"
        label={texts.question()}
        value={model.mode.value}
        choices={choices}
        onChange={model.choose}
      />
      {model.mode.value === 'passphrase' && <PassphraseFields model={model} isChange={isSealed} />}
      {model.problem.value !== undefined && (
        <Notice tone="bad" title={texts.notChanged()} isLive>
          <p>{model.problem.value}</p>
        </Notice>
      )}
      {model.done.value !== undefined && (
        <Notice tone="good" title={texts.modes[model.done.value.mode].done()} isLive>
          {model.done.value.hasTraces && <p>{texts.traces()}</p>}
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

const modes: readonly KeyMode[] = ['keep', 'session', 'passphrase']

/** What each way of keeping keys protects from, and what it does not. */
const choices = modes.map(value => ({
  value,
  label: texts.modes[value].label(),
  description: texts.modes[value].description(),
}))

function actionOf(model: KeysModel, isSealed: boolean): string {
  if (model.isBusy.value) return texts.apply.busy()
  if (model.mode.value !== 'passphrase') return texts.apply.plain()
  return isSealed ? texts.apply.change() : texts.apply.encrypt()
}

function Lock({ model }: { readonly model: KeysModel }): JSX.Element {
  return (
    <div class="keys-lock">
      <SelectField
        id="auto-lock"
        label={texts.autoLock.label()}
        hint={texts.autoLock.hint()}
        value={`${model.lock.status.value?.autoLockMinutes ?? 15}`}
        options={autoLockChoices.map(minutes => ({ value: `${minutes}`, label: timeOf(minutes) }))}
        onChange={value => void model.setAutoLock(Number.parseInt(value, 10))}
      />
      <Button onClick={() => void model.lock.lock()}>{texts.lockNow()}</Button>
    </div>
  )
}

function timeOf(minutes: number): string {
  if (minutes === 0) return texts.autoLock.onClose()
  return minutes < 60
    ? texts.autoLock.minutes({ count: minutes, shown: formatCount(`${minutes}`) })
    : texts.autoLock.hours({ count: minutes / 60, shown: formatCount(`${minutes / 60}`) })
}

interface MissingProps {
  readonly accounts: readonly NamedAccount[]
  readonly accountIds: readonly string[]
}

function Missing({ accounts, accountIds }: MissingProps): JSX.Element | null {
  const missing = accounts.filter(({ id }) => !accountIds.includes(id))
  if (missing.length === 0) return null
  return (
    <Notice
      tone="warn"
      title={texts.missing.title({ accounts: formatList(missing.map(({ name }) => isolate(name))) })}
      isLive
    >
      <p>{texts.missing.advice()}</p>
    </Notice>
  )
}
