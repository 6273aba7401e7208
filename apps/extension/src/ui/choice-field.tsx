import './choice-field.css'
import type { JSX } from 'preact'

interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly description: string
}

interface ChoiceFieldProps<T extends string> {
  /** Unique on the screen. */
  readonly id: string
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
}

/** Shows a few choices, each with its consequences beside it. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>): JSX.Element {
  const { id, label, value, choices, onChange } = props
  return (
    <fieldset class="choices">
      <legend class="field-label">{label}</legend>
      {choices.map(choice => (
        <label key={choice.value} class="choice" for={`${id}-${choice.value}`}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={id}
            value={choice.value}
            checked={choice.value === value}
            aria-describedby={`${id}-${choice.value}-description`}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span class="field-label">{choice.label}</span>
            <span class="choice-description" id={`${id}-${choice.value}-description`}>
              {choice.description}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
