import type { JSX } from 'preact'
import { SelectField } from '../../ui/select-field.tsx'
import type { UndoWindow, UndoWindowModel } from '../undo-window.ts'
import { messages as texts } from './texts/settings/en.generated.ts'

/** Shows for how long an order can be taken back. */
export function OrderingSection({ model }: { readonly model: UndoWindowModel }): JSX.Element {
  return (
    <section id="ordering" class="panel" aria-labelledby="ordering-title">
      <h2 id="ordering-title">{texts.title()}</h2>
      <p>{texts.about()}</p>
      <SelectField
        id="undo-window"
        label={texts.undo.label()}
        hint={texts.undo.hint[model.undoWindow.value]()}
        value={model.undoWindow.value}
        options={choices.map(value => ({ value, label: texts.undo.choice[value]() }))}
        onChange={value => {
          const chosen = choices.find(choice => choice === value)
          if (chosen !== undefined) void model.choose(chosen)
        }}
      />
    </section>
  )
}

const choices = ['shortcut', '3', '5', 'off'] as const satisfies readonly UndoWindow[]
