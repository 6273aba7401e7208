import type { JSX } from 'preact'
import { TextField } from '../../ui/text-field.tsx'
import type { KeysModel } from './keys-model.ts'
import { enoughScore } from './passphrase-strength.ts'
import { messages as texts } from './texts/en.generated.ts'

interface PassphraseFieldsProps {
  readonly model: KeysModel
  /** The keys have a passphrase already. */
  readonly isChange: boolean
}

/** Shows two fields for a passphrase: a slip in one would cost all keys. */
export function PassphraseFields({ model, isChange }: PassphraseFieldsProps): JSX.Element {
  const issues = model.issues.value
  return (
    <div>
      <TextField
        id="new-passphrase"
        kind="secret"
        label={isChange ? texts.passphrase.new() : texts.passphrase.label()}
        hint={texts.passphrase.hint()}
        value={model.passphrase.value}
        issue={issues.passphrase}
        isRequired
        onInput={passphrase => model.type({ passphrase })}
      />
      <Strength model={model} />
      <TextField
        id="passphrase-again"
        kind="secret"
        label={texts.passphrase.again()}
        value={model.again.value}
        issue={issues.again}
        isRequired
        onInput={again => model.type({ again })}
      />
    </div>
  )
}

/** Shows a passphrase's strength in words for everyone, and as a bar beside them. */
function Strength({ model }: { readonly model: KeysModel }): JSX.Element {
  const strength = model.strength.value
  return (
    <div class="strength">
      {strength !== undefined && (
        <meter
          aria-label={texts.strength.label()}
          min={0}
          max={enoughScore}
          low={enoughScore - 1}
          high={enoughScore}
          optimum={enoughScore}
          value={strength.score}
        />
      )}
      <p role="status">
        {strength !== undefined &&
          `${texts.strength.says({ strength: texts.strength.scores[strength.score]() })} `}
        {/* Once it stands under the field it is not said twice. */}
        {model.issues.value.passphrase === undefined && strength?.advice}
      </p>
    </div>
  )
}
