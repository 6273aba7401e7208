import type { Service, UpstreamKind } from '@orderwright/core'
import { type ActionSchemas, judgeRequest } from '../apis/actions.ts'
import { panelActions } from '../apis/panel/action-schemas.ts'
import { readOrder } from '../apis/panel/read-order.ts'
import { qqtubeActions } from '../apis/qqtube/action-schemas.ts'
import { paramsOf } from '../apis/qqtube/add.ts'
import type { Fields } from '../http/fields.ts'
import { nearestName } from '../schema/nearest-name.ts'
import { type FieldRemark, withReceivedLines } from '../simulator/received-lines.ts'
import type { SimulatorState } from '../simulator/state.ts'

/**
 * What a request nearly said: a sentence for each action and field that the API does not know, with the one that was
 * probably meant, and for each value that its field cannot hold. An upstream passes over most of these in silence.
 */
export function suggestionsFor(
  state: SimulatorState,
  upstream: UpstreamKind,
  fields: Fields,
): readonly string[] {
  const vocabulary = vocabularies[upstream]
  const action = fields.get('action')
  if (action === undefined) return nameSuggestions(fields, [...vocabulary.allFields], 'an action', false)
  const schemas = vocabulary.actions.get(action)
  if (schemas === undefined) return [actionSuggestion(action, vocabulary)]

  const { entries } = schemas.fields
  const service =
    action === 'add'
      ? state.catalogues[upstream].find(fields.get(vocabulary.serviceField)?.trim() ?? '')
      : undefined
  const suggestions = withRemarks(
    valueSuggestions(schemas, service, fields),
    remarksOn(upstream, service, fields),
  )
  if (hasOther(fields, name => Object.hasOwn(entries, name) || hasParam(service, name))) {
    const known = [...Object.keys(entries), ...(service?.params ?? []).map(({ name }) => name)]
    const isComplete = action !== 'add' || service !== undefined
    return [...nameSuggestions(fields, known, `'${action}'`, isComplete), ...suggestions].slice(
      0,
      mostSuggestions,
    )
  }
  return suggestions
}

/** What an order has that its service passes over, or that costs more than was meant. */
function remarksOn(
  upstream: UpstreamKind,
  service: Service | undefined,
  fields: Fields,
): readonly FieldRemark[] {
  if (service === undefined) return noRemarks
  const { remarks } =
    upstream === 'panel' ? readOrder(service, fields) : withReceivedLines(service, paramsOf(service, fields))
  return remarks
}

const noRemarks: readonly FieldRemark[] = []

function withRemarks(suggestions: readonly string[], remarks: readonly FieldRemark[]): readonly string[] {
  if (remarks.length === 0) return suggestions
  const others = remarks
    .filter(({ field }) => !suggestions.some(suggestion => suggestion.startsWith(`\`${field}\``)))
    .map(({ field, remark }) => `\`${field}\`: ${remark}`)
  return [...suggestions, ...others].slice(0, mostSuggestions)
}

/** Of nearly all requests, so that the request log keeps one list for them all. */
const noSuggestions: readonly string[] = []

/** Of a request that reached no API: many clients have a path of their own. */
export function pathSuggestion(path: string): string {
  return `\`${shown(path)}\`: QQTube v1 is at \`/v1-api\`, panel v2 at \`/api/v2\``
}

/** Of a body that no such API looks at. Its content type is a name from a header, and not quoted beyond that. */
export function bodySuggestion(contentType: string): string {
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0]
  const what = type === undefined ? 'without a content type' : `as \`${shown(type)}\``
  return `the body came ${what} and was not read: send a form, multipart or JSON, and say which`
}

interface Vocabulary {
  readonly actions: ReadonlyMap<string, ActionSchemas>
  readonly allFields: ReadonlySet<string>
  readonly serviceField: string
}

const vocabularies: Readonly<Record<UpstreamKind, Vocabulary>> = {
  qqtube: vocabularyOf(qqtubeActions, 'id_service'),
  panel: vocabularyOf(panelActions, 'service'),
}

function vocabularyOf(schemas: Readonly<Record<string, ActionSchemas>>, serviceField: string): Vocabulary {
  const allFields = Object.values(schemas).flatMap(({ fields }) => Object.keys(fields.entries))
  return { actions: new Map(Object.entries(schemas)), allFields: new Set(allFields), serviceField }
}

function hasOther(fields: Fields, isKnown: (name: string) => boolean): boolean {
  for (const name of fields.keys()) if (!isKnown(name)) return true
  return false
}

function hasParam(service: Service | undefined, name: string): boolean {
  return service?.params.some(param => param.name === name) === true
}

function actionSuggestion(action: string, { actions }: Vocabulary): string {
  const names = [...actions.keys()]
  const nearest = nearestName(action, names)
  return nearest === undefined
    ? `action \`${shown(action)}\`: there are ${names.join(', ')}`
    : `action \`${shown(action)}\`: did you mean \`${nearest}\`?`
}

function nameSuggestions(
  fields: Fields,
  known: readonly string[],
  what: string,
  isComplete: boolean,
): readonly string[] {
  const unknown = [...fields.keys()].filter(name => !known.includes(name))
  const free = known.filter(name => !fields.has(name))
  return unknown.slice(0, mostSuggestions).flatMap(name => {
    const nearest = nearestName(name, free)
    if (nearest !== undefined) return [`\`${shown(name)}\`: did you mean \`${nearest}\`?`]
    return isComplete ? [`\`${shown(name)}\`: ${what} has no such field`] : []
  })
}

/** By the schema of the action, and by the options of the service's params, one of which may be called `drip`. */
function valueSuggestions(
  schemas: ActionSchemas,
  service: Service | undefined,
  fields: Fields,
): readonly string[] {
  const malformed: (readonly [field: string, reason: string])[] = []
  for (const issue of judgeRequest(schemas, fields)) {
    if (issue.kind === 'missing' || (issue.field === 'drip' && hasParam(service, 'drip'))) continue
    malformed.push([issue.field, issue.reason])
  }
  for (const { name, options } of service?.params ?? []) {
    const text = fields.get(name)
    if (text === undefined) continue
    const values = options.filter(option => !option.isErrorSelection).map(({ value }) => value)
    if (values.length === 0 || values.includes(text)) continue
    malformed.push([
      name,
      `is none of ${values.slice(0, mostOptions).join(', ')}${values.length > mostOptions ? '…' : ''}`,
    ])
  }
  if (malformed.length === 0) return noSuggestions
  return malformed
    .slice(0, mostSuggestions)
    .map(([name, reason]) => `\`${name}\`: '${shown(fields.get(name) ?? '')}' ${reason}`)
}

/** A request may have a thousand fields: the first few tell what is wrong. */
const mostSuggestions = 5

/** A list of countries would fill the request log. */
const mostOptions = 15

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
