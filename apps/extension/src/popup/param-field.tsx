import type { Param } from '@orderwright/core'
import type { JSX } from 'preact'
import type { FieldProps } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { describeLines, describeRules, isRequired } from './describe-param.ts'
import type { OrderForm } from './order-form-model.ts'

/** The field of a param, made from the catalogue alone. */
export function ParamField({
  form,
  param,
}: {
  readonly form: OrderForm
  readonly param: Param
}): JSX.Element {
  const value = form.values.value.params[param.name] ?? ''
  const isNeeded = isRequired(param)
  const field: FieldProps = {
    id: `param-${param.name}`,
    label: param.label,
    aside: param.format === 'lines' ? describeLines(param, value) : isNeeded ? undefined : 'optional',
    description: param.description === '' ? undefined : param.description,
    hint: describeRules(param),
    issue: form.issueOf(param.name),
    isRequired: isNeeded,
  }
  const onChange = (next: string): void => form.changeParam(param.name, next)
  const onLeave = (): void => form.leave(param.name)
  if (param.format === 'options') {
    return (
      <SelectField {...field} value={value} options={choices(param)} onChange={onChange} onLeave={onLeave} />
    )
  }
  return (
    <TextField
      {...field}
      value={value}
      kind={param.format === 'date' ? 'text' : param.format}
      placeholder={param.placeholder || (param.format === 'date' ? 'day/month/year' : undefined)}
      onInput={onChange}
      onLeave={onLeave}
    />
  )
}

/** What only guides the buyer cannot be chosen: its words stand for the blank choice. */
function choices(param: Param): readonly { readonly value: string; readonly label: string }[] {
  const guide = param.options.find(option => option.isErrorSelection)
  const blank = { value: '', label: guide?.name || (isRequired(param) ? 'Choose' : 'No choice') }
  const real = param.options.filter(option => !option.isErrorSelection && option.value !== '')
  return [blank, ...real.map(({ name, value }) => ({ value, label: name || value }))]
}
