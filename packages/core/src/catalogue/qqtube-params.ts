import type { Modifier, Param, ParamOption } from '../service.ts'
import { param } from './param.ts'
import type { Reporter } from './reporter.ts'
import { shareType } from './share-type.ts'
import { isBlank, isRow, type WireRow, wireFlag, wireNumber, wireText } from './wire.ts'

/** The params of a QQTube row, in catalogue order. Service 46 gets the document's `share_type` where it has none. */
export function qqtubeParams(value: unknown, serviceId: string, reporter: Reporter): readonly Param[] {
  const params = new Map<string, Param>()
  for (const [index, row] of listOf(value, 'params', reporter).entries()) {
    const found = paramFrom(row, `params[${index}]`, reporter)
    if (found === undefined) continue
    if (params.has(found.name)) reporter.report('duplicate_param', `params[${index}].field_name`, found.name)
    else params.set(found.name, found)
  }
  if (serviceId === shareType.serviceId && !params.has(shareType.param.name)) {
    params.set(shareType.param.name, shareType.param)
  }
  return [...params.values()]
}

function paramFrom(row: unknown, path: string, reporter: Reporter): Param | undefined {
  if (!isRow(row)) {
    reporter.report('not_a_row', path, row)
    return undefined
  }
  const name = wireText(row.field_name).trim()
  if (name === '') {
    reporter.report('missing_param_name', `${path}.field_name`, row.field_name)
    return undefined
  }
  return param({
    name,
    label: wireText(row.field_label),
    description: wireText(row.field_descr),
    placeholder: wireText(row.field_placeholder),
    validators: wireText(row.field_validators),
    options: optionsFrom(row, path, reporter),
    isPriceModifier: wireFlag(row.is_price_modifier),
    modifier: modifierFrom(row, path, reporter),
    onDefect: ({ code, text }) => reporter.report(code, `${path}.field_validators`, text),
  })
}

function optionsFrom(row: WireRow, path: string, reporter: Reporter): readonly ParamOption[] {
  return listOf(row.options, `${path}.options`, reporter)
    .filter(isRow)
    .map(option => ({
      name: wireText(option.name),
      value: wireText(option.value),
      isErrorSelection: wireFlag(option.error_selection),
    }))
}

function modifierFrom(row: WireRow, path: string, reporter: Reporter): Modifier | undefined {
  if (!wireFlag(row.is_price_modifier)) return undefined
  const type = wireText(row.modify_type).trim().toLowerCase()
  if (type !== 'add' && type !== 'multiply') {
    reporter.report('unknown_modify_type', `${path}.modify_type`, row.modify_type)
    return undefined
  }
  const every = wireNumber(row.modify_every)
  const by = wireNumber(row.modify_by)
  if (every === undefined || every.isZero()) {
    reporter.report('unusable_modifier', `${path}.modify_every`, row.modify_every)
  }
  if (by === undefined) reporter.report('unusable_modifier', `${path}.modify_by`, row.modify_by)
  if (every === undefined || every.isZero() || by === undefined) return undefined
  return { type, every: every.toFixed(), by: by.toFixed() }
}

function listOf(value: unknown, path: string, reporter: Reporter): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isBlank(value)) reporter.report('not_a_list', path, value)
  return []
}
