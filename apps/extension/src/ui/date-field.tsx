import type { JSX } from 'preact'
import { Field, type FieldProps } from './field.tsx'

interface DateFieldProps extends FieldProps {
  /** As day/month/year, such as `31/12/2027`. */
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onLeave?: (() => void) | undefined
}

/** Stands for a date that is only half typed: an issue, although the browser would call the field blank. */
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
/** Returns `31 12 2027`, as upstreams take a day, from the `2027-12-31` of a date field; anything else is blank. */
export function dayFromIso(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  return year === undefined ? '' : `${day}/${month}/${year}`
}

/** Returns `2027-12-31` from `31 12 2027`, also from a day and month of one digit; anything else is blank. */
export function isoFromDay(day: string): string {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day.trim()) ?? []
  if (date === undefined || month === undefined) return ''
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
