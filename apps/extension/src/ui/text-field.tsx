import type { JSX } from 'preact'
import { Field, type FieldProps } from './field.tsx'

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** Called when the field is left: from then on its issues show. */
  readonly onLeave?: (() => void) | undefined
  readonly placeholder?: string | undefined
  /** `lines` is a text area; `secret` hides what is typed. */
  readonly kind?: 'text' | 'number' | 'lines' | 'secret' | 'url'
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { value, onInput, onLeave, placeholder, kind = 'text', ...field } = props
  return (
    <Field {...field}>
      {attributes => {
        const shared = {
          ...attributes,
          class: 'control',
          name: attributes.id,
          value,
          placeholder,
          autocomplete: 'off',
          spellcheck: kind === 'lines',
          dir: kind === 'text' || kind === 'lines' ? 'auto' : undefined,
          onBlur: onLeave,
        } as const
        if (kind === 'lines') {
          return <textarea {...shared} rows={4} onInput={event => onInput(event.currentTarget.value)} />
        }
        if (kind === 'secret') {
          return <input {...shared} type="password" onInput={event => onInput(event.currentTarget.value)} />
        }
        // Not type=number: it swallows what it cannot read, and a scroll changes it.
        const inputMode = kind === 'number' ? 'decimal' : kind === 'url' ? 'url' : 'text'
        return (
          <input
            {...shared}
            type="text"
            inputMode={inputMode}
            onInput={event => onInput(event.currentTarget.value)}
          />
        )
      }}
    </Field>
  )
}
