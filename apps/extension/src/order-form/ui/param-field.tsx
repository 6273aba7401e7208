import type { Param, Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { describeRange } from '../../catalogue/describe-service.ts'
import { ownValue } from '../../platform/own-value.ts'
import { DateField } from '../../ui/date-field.tsx'
import type { FieldProps } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { describeLines, describeRules, isRequired } from '../describe-param.ts'
import type { OrderForm } from '../form-model.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Shows the field of a param, made from the catalogue alone. */
export function ParamField({
  form,
  param,
}: {
  readonly form: OrderForm
  readonly param: Param
}): JSX.Element {
  const value = ownValue(form.values.value.params, param.name) ?? ''
  const service = form.service.value
  const isNeeded = isRequired(param, service?.params ?? [], form.values.value.params)
  const isPriced = isQuantity(param, service)
  const field: FieldProps = {
    id: `param-${param.name}`,
    label: param.label,
    aside:
      param.format === 'lines'
        ? describeLines(param, value, isPriced)
        : isNeeded
          ? undefined
          : texts.fields.optional(),
    description: param.description === '' ? undefined : param.description,
    hint: isPriced && service !== undefined ? describeRange(service) : describeRules(param),
    issue: form.issueOf(param.name),
    isRequired: isNeeded,
  }
  const onChange = (next: string): void => form.changeParam(param.name, next)
  const onLeave = (): void => form.leave(param.name)
  if (param.format === 'options') {
    return (
      <SelectField
        {...field}
        value={value}
        options={choices(param, isNeeded)}
        onChange={onChange}
        onLeave={onLeave}
      />
    )
  }
  if (param.format === 'date') {
    return <DateField {...field} value={value} onInput={onChange} onLeave={onLeave} />
  }
  return (
    <TextField
      {...field}
      value={value}
      kind={param.format}
      placeholder={param.placeholder || undefined}
      onInput={onChange}
      onLeave={onLeave}
    />
  )
}

/** Returns whether the lines of this param are priced. */
function isQuantity(param: Param, service: Service | undefined): boolean {
  const source = service?.quantitySource
  return source?.kind === 'lines' && source.param === param.name
}

/**
 * Returns the choices of a param. What only guides the buyer cannot be chosen: its words stand for the blank choice.
 */
function choices(
  param: Param,
  isNeeded: boolean,
): readonly { readonly value: string; readonly label: string }[] {
  const guide = param.options.find(option => option.isErrorSelection)
  const blank = {
    value: '',
    label: guide?.name || (isNeeded ? texts.fields.choose() : texts.fields.noChoice()),
  }
  const real = param.options.filter(option => !option.isErrorSelection && option.value !== '')
  return [blank, ...real.map(({ name, value }) => ({ value, label: name || value }))]
}
