import type { JSX } from 'preact'
import type { DataModel } from './data-model.ts'

/** The browser's own way to choose a file, looking like the buttons beside it. */
export function ImportChoice({ model }: { readonly model: DataModel }): JSX.Element {
  return (
    <label class="button file-choice" data-variant="secondary">
      Import from a file
      <input
        type="file"
        class="visually-hidden"
        accept="application/json,.json"
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) void model.choose(file)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
