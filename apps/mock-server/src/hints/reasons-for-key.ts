import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'

const names = { qqtube: 'QQTube v1', panel: 'panel v2' } as const satisfies Record<UpstreamKind, string>

/** Why a key opens nothing, as far as an upstream's error does not say: there is none, or it is of the other API. */
export function reasonsForKey(
  { accounts }: UpstreamState,
  other: UpstreamKind,
  key: string | undefined,
): readonly string[] {
  if (key === undefined) return ['no key came with the request']
  return accounts.find(other, key) === undefined ? [] : [`the key is of an account of ${names[other]}`]
}
