import './templates.css'
import { isolate } from '@orderwright/core'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TemplatesModel } from '../templates-model.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Shows the account's templates, and saves what is filled in as one. */
export function Templates({ model }: { readonly model: TemplatesModel }): JSX.Element | null {
  const templates = model.templates.value
  if (templates.length === 0 && !model.canSave.value) return null
  return (
    <details class="templates">
      <summary>{texts.templates.title()}</summary>
      <ul>
        {templates.map(template => (
          <li key={template.name}>
            <Button variant="quiet" onClick={() => model.use(template)}>
              {template.name}
            </Button>
            <IconButton
              icon="cross"
              label={texts.templates.remove({ name: isolate(template.name) })}
              onClick={() => void model.remove(template)}
            />
          </li>
        ))}
      </ul>
      {model.canSave.value && <SaveTemplate model={model} />}
    </details>
  )
}

function SaveTemplate({ model }: { readonly model: TemplatesModel }): JSX.Element {
  const name = useSignal('')
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void model.save(name.value)
        name.value = ''
      }}
    >
      <TextField
        id="template-name"
        label={texts.templates.name()}
        value={name.value}
        onInput={text => {
          name.value = text
        }}
      />
      <Button isSubmit>{texts.templates.save()}</Button>
    </form>
  )
}
