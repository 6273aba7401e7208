import type { JSX } from 'preact'
import { Field, type FieldProps } from './field.tsx'

interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly onLeave?: (() => void) | undefined
}

export function SelectField(props: SelectFieldProps): JSX.Element {
  const { value, options, onChange, onLeave, ...field } = props
  return (
    <Field {...field}>
      {attributes => (
        <select
          {...attributes}
          class="control"
          name={attributes.id}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
          onBlur={onLeave}
        >
          {options.map(option => (
            <option key={option.value} value={option.value} dir="auto">
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
