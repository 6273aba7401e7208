import type { JSX } from 'preact'
import { TextField } from '../ui/text-field.tsx'
import type { KeysModel } from './keys-model.ts'

interface PassphraseFieldsProps {
  readonly model: KeysModel
  /** The keys have a passphrase already. */
  readonly isChange: boolean
}

/** Typed twice: a slip would cost all keys. */
export function PassphraseFields({ model, isChange }: PassphraseFieldsProps): JSX.Element {
  const issues = model.issues.value
  return (
    <div>
      <TextField
        id="new-passphrase"
        kind="secret"
        label={isChange ? 'New passphrase' : 'Passphrase'}
        hint="At least 12 characters. Four words that you pick by chance are better than one with digits."
        value={model.passphrase.value}
        issue={issues.passphrase}
        isRequired
        onInput={passphrase => model.type({ passphrase })}
      />
      <TextField
        id="passphrase-again"
        kind="secret"
        label="The same again"
        value={model.again.value}
        issue={issues.again}
        isRequired
        onInput={again => model.type({ again })}
      />
    </div>
  )
}
