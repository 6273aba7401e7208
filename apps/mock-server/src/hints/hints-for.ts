import type { Fields } from '../http/read-fields.ts'
import { panelActions } from '../panel/action-schemas.ts'
import { qqtubeActions } from '../qqtube/action-schemas.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { nearestName } from './nearest-name.ts'

/**
 * What a request nearly said: a sentence for each action and field that the API does not know, with the one that was
 * probably meant. An upstream passes over most of these in silence.
 */
export function hintsFor(state: UpstreamState, upstream: UpstreamKind, fields: Fields): readonly string[] {
  const vocabulary = vocabularies[upstream]
  const action = fields.get('action')
  if (action !== undefined && !vocabulary.actions.has(action)) return [actionHint(action, vocabulary)]
  if (action === undefined) return fieldHints(fields, [...vocabulary.allFields], 'an action', false)

  const known = vocabulary.actions.get(action) ?? []
  if (action !== 'add') return fieldHints(fields, known, `'${action}'`, true)
  const service = state.catalogues[upstream].find(fields.get(vocabulary.serviceField)?.trim() ?? '')
  const params = service?.params.map(({ name }) => name) ?? []
  return fieldHints(fields, [...known, ...params], "'add'", service !== undefined)
}

interface Vocabulary {
  /** The names of the fields of each action. */
  readonly actions: ReadonlyMap<string, readonly string[]>
  readonly allFields: ReadonlySet<string>
  readonly serviceField: string
}

const vocabularies: Readonly<Record<UpstreamKind, Vocabulary>> = {
  qqtube: vocabularyOf(qqtubeActions, 'id_service'),
  panel: vocabularyOf(panelActions, 'service'),
}

function vocabularyOf(
  schemas: Readonly<Record<string, { readonly fields: object }>>,
  serviceField: string,
): Vocabulary {
  const actions = new Map(Object.entries(schemas).map(([name, { fields }]) => [name, entryNames(fields)]))
  return { actions, allFields: new Set([...actions.values()].flat()), serviceField }
}

/** A schema of an object has its entries by their names. */
function entryNames(schema: object): readonly string[] {
  const entries = 'entries' in schema ? schema.entries : undefined
  return typeof entries === 'object' && entries !== null ? Object.keys(entries) : []
}

function actionHint(action: string, { actions }: Vocabulary): string {
  const names = [...actions.keys()]
  const nearest = nearestName(action, names)
  return nearest === undefined
    ? `action \`${shown(action)}\`: there are ${names.join(', ')}`
    : `action \`${shown(action)}\`: did you mean \`${nearest}\`?`
}

function fieldHints(
  fields: Fields,
  known: readonly string[],
  what: string,
  isComplete: boolean,
): readonly string[] {
  const unknown = [...fields.keys()].filter(name => !known.includes(name))
  if (unknown.length === 0) return []
  const free = known.filter(name => !fields.has(name))
  return unknown.slice(0, mostHints).flatMap(name => {
    const nearest = nearestName(name, free)
    if (nearest !== undefined) return [`\`${shown(name)}\`: did you mean \`${nearest}\`?`]
    return isComplete ? [`\`${shown(name)}\`: ${what} has no such field`] : []
  })
}

/** A request may have a thousand fields: the first few tell what is wrong. */
const mostHints = 5

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}
