import { isolate, type UpstreamKind } from '@orderwright/core'
import type { JSX } from 'preact'
import { upstreamKindNames, upstreamKinds } from '../../accounts/upstream-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { AccountFields, OptionsModel, Recognition } from '../account-settings-model.ts'
import { messages as texts } from './texts/en.generated.ts'

interface AccountFormProps {
  readonly model: OptionsModel
  readonly fields: AccountFields
}

export function AccountForm({ model, fields }: AccountFormProps): JSX.Element {
  const isNew = fields.id === null
  const issues = model.issues.value
  return (
    <form
      class="panel account-form"
      aria-labelledby="account-form-title"
      onSubmit={event => {
        event.preventDefault()
        void model.save()
      }}
    >
      <h2 id="account-form-title">
        {isNew ? texts.form.add() : texts.form.edit({ name: isolate(fields.name) })}
      </h2>
      <TextField
        id="account-name"
        label={texts.form.name()}
        hint={texts.form.nameHint()}
        value={fields.name}
        issue={issues.name}
        isRequired
        onInput={name => model.change({ name })}
      />
      {isNew && (
        <SelectField
          id="account-kind"
          label={texts.form.kind()}
          hint={texts.form.kindHint()}
          value={fields.kind}
          options={upstreamKindNames.map(kind => ({ value: kind, label: upstreamKinds[kind].label }))}
          onChange={value => changeKind(model, fields, value)}
        />
      )}
      <TextField
        id="account-url"
        kind="url"
        label={texts.form.address()}
        hint={texts.form.addressHint()}
        value={fields.baseUrl}
        placeholder={upstreamKinds[fields.kind].placeholder}
        issue={issues.baseUrl}
        isRequired
        onInput={baseUrl => model.change({ baseUrl })}
      />
      <TextField
        id="account-key"
        kind="secret"
        label={texts.form.apiKey()}
        hint={isNew ? texts.form.keyWhere() : (model.whyKey.value ?? texts.form.keyStays())}
        value={fields.key}
        issue={issues.key}
        isRequired={isNew || model.whyKey.value !== undefined}
        onInput={key => model.change({ key })}
      />
      {isNew && <Recognize model={model} />}
      {model.problem.value !== undefined && (
        <Notice tone="bad" title={texts.form.notSaved()} isLive>
          <p>{model.problem.value}</p>
        </Notice>
      )}
      <div class="page-actions">
        <Button variant="primary" isSubmit>
          {texts.form.save()}
        </Button>
        {model.accounts.value.length > 0 && (
          <Button onClick={() => model.cancel()}>{texts.form.cancel()}</Button>
        )}
      </div>
    </form>
  )
}

/** Offers to find out which API the address has, and says how that went. */
function Recognize({ model }: Pick<AccountFormProps, 'model'>): JSX.Element {
  const recognition = model.recognition.value
  return (
    <div class="recognize">
      <Button isBusy={recognition?.kind === 'asking'} onClick={() => void model.recognize()}>
        {texts.form.recognize()}
      </Button>
      <p role="status" class="page-lead">
        {recognition !== undefined && recognitionWords(recognition)}
      </p>
    </div>
  )
}

function recognitionWords(recognition: Recognition): string {
  if (recognition.kind === 'failed') return recognition.sentence
  if (recognition.kind !== 'found') return texts.recognition[recognition.kind]()
  return texts.recognition.found({ kind: upstreamKinds[recognition.upstream].label })
}

/** Changes the kind of API. Its usual address replaces the other kind's, unless that was changed. */
function changeKind(model: OptionsModel, fields: AccountFields, value: string): void {
  const kind: UpstreamKind | undefined = upstreamKindNames.find(name => name === value)
  if (kind === undefined) return
  const isUsual = fields.baseUrl === upstreamKinds[fields.kind].baseUrl
  model.change(isUsual ? { kind, baseUrl: upstreamKinds[kind].baseUrl } : { kind })
}
