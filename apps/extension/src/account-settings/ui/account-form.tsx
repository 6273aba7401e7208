import { isolate, type UpstreamKind } from '@orderwright/core'
import type { JSX } from 'preact'
import { upstreamKindNames, upstreamKinds } from '../../accounts/upstream-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { AccountFields, OptionsModel } from '../account-settings-model.ts'

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
      <h2 id="account-form-title">{isNew ? 'Add an account' : `Edit ${isolate(fields.name)}`}</h2>
      <TextField
        id="account-name"
        label="Name"
        hint="Your own name for it, as the popup shows it."
        value={fields.name}
        issue={issues.name}
        isRequired
        onInput={name => model.change({ name })}
      />
      {isNew && (
        <SelectField
          id="account-kind"
          label="Kind"
          hint="Which API the account has. It stays as it is once the account is saved."
          value={fields.kind}
          options={upstreamKindNames.map(kind => ({ value: kind, label: upstreamKinds[kind].label }))}
          onChange={value => changeKind(model, fields, value)}
        />
      )}
      <TextField
        id="account-url"
        kind="url"
        label="Address of the API"
        hint="The browser asks whether the extension may reach it."
        value={fields.baseUrl}
        placeholder={upstreamKinds[fields.kind].placeholder}
        issue={issues.baseUrl}
        isRequired
        onInput={baseUrl => model.change({ baseUrl })}
      />
      <TextField
        id="account-key"
        kind="secret"
        label="Key"
        hint={
          isNew
            ? 'Kept in this browser as chosen under “Keys”, sent to this address alone, and never shown again.'
            : (model.whyKey.value ?? 'Leave blank to keep the stored key.')
        }
        value={fields.key}
        issue={issues.key}
        isRequired={isNew || model.whyKey.value !== undefined}
        onInput={key => model.change({ key })}
      />
      {model.problem.value !== undefined && (
        <Notice tone="bad" title="The account was not saved" isLive>
          <p>{model.problem.value}</p>
        </Notice>
      )}
      <div class="page-actions">
        <Button variant="primary" isSubmit>
          Save and test
        </Button>
        {model.accounts.value.length > 0 && <Button onClick={() => model.cancel()}>Cancel</Button>}
      </div>
    </form>
  )
}

/** Changes the kind of API. Its usual address replaces the other kind's, unless that was changed. */
function changeKind(model: OptionsModel, fields: AccountFields, value: string): void {
  const kind: UpstreamKind | undefined = upstreamKindNames.find(name => name === value)
  if (kind === undefined) return
  const isUsual = fields.baseUrl === upstreamKinds[fields.kind].baseUrl
  model.change(isUsual ? { kind, baseUrl: upstreamKinds[kind].baseUrl } : { kind })
}
