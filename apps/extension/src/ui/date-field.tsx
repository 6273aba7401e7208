import type { JSX } from 'preact'
import { dayFromIso, isoFromDay } from './day.ts'
import { Field, type FieldProps } from './field.tsx'

interface DateFieldProps extends FieldProps {
  /** As day/month/year, such as `31/12/2027`. */
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onLeave?: (() => void) | undefined
}

/** What stands for a date that is only half typed: an issue, where the browser would call the field blank. */
const incomplete = '?'

export function DateField(props: DateFieldProps): JSX.Element {
  const { value, onInput, onLeave, ...field } = props
  return (
    <Field {...field}>
      {attributes => (
        <input
          {...attributes}
          class="control"
          type="date"
          name={attributes.id}
          value={isoFromDay(value)}
          onInput={event => onInput(dayFromIso(event.currentTarget.value))}
          onBlur={event => {
            const { validity } = event.currentTarget
            if (validity.badInput) onInput(incomplete)
            else if (value === incomplete) onInput('')
            onLeave?.()
          }}
        />
      )}
    </Field>
  )
}
