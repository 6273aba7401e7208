import { isolate } from '@orderwright/core'
import { messages as texts } from './texts/en.generated.ts'
import './backup-section.css'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { DataModel } from '../backup-model.ts'
import { describeImport } from '../describe-import.ts'
import { SetAsideList } from './set-aside-list.tsx'

interface DataSectionProps {
  readonly model: DataModel
  /** Shows what is left when everything is forgotten. */
  readonly onForgotten: () => void
}

/** Shows what can be done with all stored data: export, import, reset. */
export function DataSection({ model, onForgotten }: DataSectionProps): JSX.Element {
  const imported = model.imported.value
  return (
    <section class="panel data" id="data" aria-labelledby="data-title">
      <h2 id="data-title">{texts.title()}</h2>
      <p>{texts.about()}</p>
      <div class="page-actions">
        <Button isBusy={model.isBusy.value} onClick={() => void model.export(new Date())}>
          {texts.export()}
        </Button>
        <ImportChoice model={model} />
      </div>
      {model.problem.value !== undefined && (
        <Notice tone="bad" title={texts.failed()} isLive>
          <p>{model.problem.value}</p>
        </Notice>
      )}
      {model.file.value !== undefined && <Preview model={model} />}
      {imported !== undefined && (
        <Notice tone="good" title={texts.imported()} isLive>
          <ul>
            {describeImport(imported, true).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SetAsideList model={model} />
      <Confirm
        action={texts.forget.action()}
        title={texts.forget.title()}
        text={texts.forget.text()}
        confirm={texts.forget.confirm()}
        isBusy={model.isBusy.value}
        onConfirm={() => void model.forget().then(isForgotten => isForgotten && onForgotten())}
      />
    </section>
  )
}

function Preview({ model }: { readonly model: DataModel }): JSX.Element | null {
  const file = model.file.value
  if (file === undefined) return null
  return (
    <Notice
      tone="calm"
      title={texts.preview({ file: isolate(file.name) })}
      isLive
      actions={
        <>
          <Button
            variant="primary"
            isBusy={model.isBusy.value}
            isDeliberate
            onClick={() => void model.import()}
          >
            {texts.import()}
          </Button>
          <Button variant="quiet" onClick={() => model.cancel()}>
            {texts.cancel()}
          </Button>
        </>
      }
    >
      <ul>
        {describeImport(file.preview, false).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Shows the browser's own way to choose a file, looking like the buttons beside it. */
function ImportChoice({ model }: { readonly model: DataModel }): JSX.Element {
  return (
    <label class="button file-choice" data-variant="secondary">
      {texts.importChoice()}
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
