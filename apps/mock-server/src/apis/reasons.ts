import type { UpstreamKind } from '@orderwright/core'
import type { Fields } from '../http/fields.ts'
import type { SimulatorState } from '../simulator/state.ts'
import type { ActionSchemas, FieldIssue } from './actions.ts'

const names = { qqtube: 'QQTube v1', panel: 'panel v2' } as const satisfies Record<UpstreamKind, string>

/** Why a key opens nothing, as far as an upstream's error does not say: there is none, or it is of the other API. */
export function reasonsForKey(
  { accounts }: SimulatorState,
  other: UpstreamKind,
  key: string | undefined,
): readonly string[] {
  if (key === undefined) return ['no key came with the request']
  return accounts.find(other, key) === undefined ? [] : [`the key is of an account of ${names[other]}`]
}

/** That no action came; one that is unknown is what the names are held against. */
export function reasonsForAction(
  fields: Fields,
  actions: Readonly<Record<string, ActionSchemas>>,
): readonly string[] {
  if (fields.has('action')) return []
  return [`no \`action\` came with the request: there are ${Object.keys(actions).join(', ')}`]
}

/** Which fields are missing; what one cannot hold is told by its value. */
export function reasonsForFields(
  action: string,
  { oneOf = [] }: ActionSchemas,
  issues: readonly FieldIssue[],
): readonly string[] {
  const missing = issues.filter(({ kind }) => kind === 'missing').map(({ field }) => field)
  return missing.map(field => {
    const fields = oneOf.includes(field) ? oneOf : [field]
    return `'${action}' needs ${fields.map(name => `\`${name}\``).join(' or ')}`
  })
}
