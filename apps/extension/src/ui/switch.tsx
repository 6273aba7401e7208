import './field.css'
import type { JSX } from 'preact'

interface SwitchProps {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function Switch({ id, label, description, isOn, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="switch" for={id}>
      <input
        type="checkbox"
        role="switch"
        id={id}
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={`${id}-description`}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>
        <span class="field-label">{label}</span>
        <span class="field-description switch-description" id={`${id}-description`}>
          {description}
        </span>
      </span>
    </label>
  )
}
