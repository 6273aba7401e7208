import { type Modifier, type Param, type ParamOption, param, type Rule } from '../rules/param.ts'
import { atMost, catalogueLimits, isShort, limitedText, pathOf } from './limits.ts'
import type { Reporter } from './problems.ts'
import type { SharedParts } from './shared-parts.ts'
import { isBlank, isRow, isZero, type WireRow, wireDecimal, wireFlag, wireText } from './wire.ts'

/** Reads the params of a QQTube row, in catalogue order. Service 46 gets the document's `share_type` if its row has none. */
export function qqtubeParams(
  value: unknown,
  serviceId: string,
  reporter: Reporter,
  shared: SharedParts,
): readonly Param[] {
  const params: Param[] = []
  const rows = listOf(value, catalogueLimits.params, reporter, 'params')
  const names = rows.length > few ? new Set<string>() : undefined
  const isTaken = (name: string): boolean => names?.has(name) ?? params.some(param => param.name === name)
  for (let index = 0; index < rows.length; index += 1) {
    const within = (): string => `params[${index}]`
    const found = paramFrom(rows[index], within, reporter, shared)
    if (found === undefined) continue
    if (isTaken(found.name)) reporter.report('duplicate_param', pathOf('field_name', within), found.name)
    else {
      names?.add(found.name)
      params.push(found)
    }
  }
  if (serviceId === shareType.serviceId && !isTaken(shareType.param.name)) params.push(shareType.param)
  return params.length === 0 ? noParams : withFewModifiers(params, reporter)
}

/** Leaves out the modifiers beyond the limit: with each, a total may grow by as many digits as its numbers have. */
function withFewModifiers(params: readonly Param[], reporter: Reporter): readonly Param[] {
  if (params.length <= catalogueLimits.modifiers) return params
  const modified = params.filter(({ modifier }) => modifier !== undefined)
  const kept = new Set(atMost(modified, catalogueLimits.modifiers, 'params', reporter))
  if (kept.size === modified.length) return params
  return params.map(param => (kept.has(param) ? param : { ...param, modifier: undefined }))
}

/** The names of so many params are compared one by one. */
const few = 8

const noParams: readonly Param[] = []

function paramFrom(
  row: unknown,
  within: () => string,
  reporter: Reporter,
  shared: SharedParts,
): Param | undefined {
  if (!isRow(row)) {
    reporter.report('not_a_row', within(), row)
    return undefined
  }
  const name = wireText(row.field_name).trim()
  if (name === '') {
    reporter.report('missing_param_name', pathOf('field_name', within), row.field_name)
    return undefined
  }
  if (!isShort(name, catalogueLimits.nameLength, reporter, 'field_name', within)) return undefined
  return param({
    name,
    label: limitedText(row.field_label, reporter, 'field_label', within),
    description: limitedText(row.field_descr, reporter, 'field_descr', within),
    placeholder: limitedText(row.field_placeholder, reporter, 'field_placeholder', within),
    rules: rulesFrom(row, within, reporter, shared),
    options: optionsFrom(row, within, reporter),
    isPriceModifier: wireFlag(row.is_price_modifier),
    modifier: modifierFrom(row, within, reporter, shared),
  })
}

function optionsFrom(row: WireRow, within: () => string, reporter: Reporter): readonly ParamOption[] {
  const list = listOf(row.options, catalogueLimits.options, reporter, 'options', within)
  if (list.length === 0) return noOptions
  return list.flatMap((option, index): readonly ParamOption[] => {
    if (!isRow(option)) return []
    const place = (): string => pathOf(`options[${index}]`, within)
    const value = wireText(option.value)
    if (!isShort(value, catalogueLimits.textLength, reporter, 'value', place)) return []
    const name = limitedText(option.name, reporter, 'name', place)
    return [{ name, value, isErrorSelection: wireFlag(option.error_selection) }]
  })
}

const noOptions: readonly ParamOption[] = []

/** Rules beyond the limit are left out; the rest is judged as written. */
function rulesFrom(
  row: WireRow,
  within: () => string,
  reporter: Reporter,
  shared: SharedParts,
): readonly Rule[] {
  const written = wireText(row.field_validators)
  const limit = catalogueLimits.rules
  // So short a text has no more rules than the limit.
  const text =
    written.length < limit ? written : limitedRules(written, pathOf('field_validators', within), reporter)
  const { rules, defects } = shared.rules(text)
  for (const { code, text } of defects) reporter.report(code, pathOf('field_validators', within), text)
  return rules
}

function limitedRules(written: string, path: string, reporter: Reporter): string {
  return atMost(written.split('|'), catalogueLimits.rules, path, reporter).join('|')
}

function modifierFrom(
  row: WireRow,
  within: () => string,
  reporter: Reporter,
  shared: SharedParts,
): Modifier | undefined {
  if (!wireFlag(row.is_price_modifier)) return undefined
  const type = wireText(row.modify_type).trim().toLowerCase()
  if (type !== 'add' && type !== 'multiply') {
    reporter.report('unknown_modify_type', pathOf('modify_type', within), row.modify_type)
    return undefined
  }
  const every = wireDecimal(row.modify_every)
  const by = wireDecimal(row.modify_by)
  const isUsable = every !== undefined && !isZero(every)
  if (!isUsable) reporter.report('unusable_modifier', pathOf('modify_every', within), row.modify_every)
  if (by === undefined) reporter.report('unusable_modifier', pathOf('modify_by', within), row.modify_by)
  return isUsable && by !== undefined ? shared.modifier({ type, every, by }) : undefined
}

function listOf(
  value: unknown,
  limit: number,
  reporter: Reporter,
  field: string,
  within?: () => string,
): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) {
    return value.length <= limit ? value : atMost(value, limit, pathOf(field, within), reporter)
  }
  if (!isBlank(value)) reporter.report('not_a_list', pathOf(field, within), value)
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
