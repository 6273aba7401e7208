import { type Modifier, type Param, type ParamOption, param, type Rule } from '../rules/param.ts'
import { parseRules } from '../rules/parse-rules.ts'
import { atMost, catalogueLimits, isShort, limitedText } from './limits.ts'
import type { Reporter } from './problems.ts'
import { isBlank, isRow, type WireRow, wireFlag, wireNumber, wireText } from './wire.ts'

/** Reads the params of a QQTube row, in catalogue order. Service 46 gets the document's `share_type` if its row has none. */
export function qqtubeParams(value: unknown, serviceId: string, reporter: Reporter): readonly Param[] {
  const params = new Map<string, Param>()
  const rows = listOf(value, catalogueLimits.params, 'params', reporter)
  for (const [index, row] of rows.entries()) {
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
  if (!isShort(name, catalogueLimits.nameLength, `${path}.field_name`, reporter)) return undefined
  return param({
    name,
    label: limitedText(row.field_label, `${path}.field_label`, reporter),
    description: limitedText(row.field_descr, `${path}.field_descr`, reporter),
    placeholder: limitedText(row.field_placeholder, `${path}.field_placeholder`, reporter),
    rules: rulesFrom(row, path, reporter),
    options: optionsFrom(row, path, reporter),
    isPriceModifier: wireFlag(row.is_price_modifier),
    modifier: modifierFrom(row, path, reporter),
  })
}

function optionsFrom(row: WireRow, path: string, reporter: Reporter): readonly ParamOption[] {
  return listOf(row.options, catalogueLimits.options, `${path}.options`, reporter).flatMap(
    (option, index): readonly ParamOption[] => {
      if (!isRow(option)) return []
      const place = `${path}.options[${index}]`
      const value = wireText(option.value)
      if (!isShort(value, catalogueLimits.textLength, `${place}.value`, reporter)) return []
      const name = limitedText(option.name, `${place}.name`, reporter)
      return [{ name, value, isErrorSelection: wireFlag(option.error_selection) }]
    },
  )
}

/** Rules beyond the limit are left out; the rest is judged as written. */
function rulesFrom(row: WireRow, path: string, reporter: Reporter): readonly Rule[] {
  const place = `${path}.field_validators`
  const written = wireText(row.field_validators).split('|')
  const { rules, defects } = parseRules(atMost(written, catalogueLimits.rules, place, reporter).join('|'))
  for (const { code, text } of defects) reporter.report(code, place, text)
  return rules
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

function listOf(value: unknown, limit: number, path: string, reporter: Reporter): readonly unknown[] {
  if (Array.isArray(value)) return atMost(value, limit, path, reporter)
  if (!isBlank(value)) reporter.report('not_a_list', path, value)
  return []
}

const places = [
  'Facebook',
  'Twitter',
  'Google Plus',
  'Reddit',
  'Blogger',
  'Tumblr',
  'Pinterest',
  'Skyblog',
  'Vkontakte',
  'LinkedIn',
  'Odnoklassniki',
  'StumbleUpon',
  'LiveJournal',
  'Random',
] as const

/**
 * The param that says where service 46 (YouTube Shares) shares. QQTube's document gives it in prose, not in the catalogue. (reading) It
 * is optional, since the document lists it without calling it required.
 */
const shareType: { readonly serviceId: string; readonly param: Param } = {
  serviceId: '46',
  param: param({
    name: 'share_type',
    label: 'Share type',
    description: 'Where to share.',
    options: places.map((name, value) => ({ name, value: String(value), isErrorSelection: false })),
  }),
}
