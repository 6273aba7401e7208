import './unlock-form.css'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { KeyLockModel } from './key-lock-model.ts'
import { messages as texts } from './texts/en.generated.ts'

interface UnlockFormProps {
  readonly model: KeyLockModel
  readonly onUnlocked?: () => void
}

/** Asks for the passphrase of locked keys. */
export function UnlockForm({ model, onUnlocked }: UnlockFormProps): JSX.Element {
  return (
    <form
      class="unlock"
      aria-label={texts.unlock.form()}
      onSubmit={event => {
        event.preventDefault()
        void model.unlock().then(isUnlocked => isUnlocked && onUnlocked?.())
      }}
    >
      <TextField
        id="unlock-passphrase"
        kind="secret"
        label={texts.passphrase.label()}
        hint={texts.unlock.hint()}
        value={model.passphrase.value}
        issue={model.problem.value}
        isRequired
        onInput={model.type}
      />
      <Button variant="primary" isSubmit isBusy={model.isBusy.value}>
        {model.isBusy.value ? texts.unlock.busy() : texts.unlock.action()}
      </Button>
    </form>
  )
}
