import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { upstreamKindNames } from './upstream-kinds.ts'

/** An account at an upstream, without its key: that is stored apart and read by the worker alone. */
export interface Account {
  readonly id: string
  readonly kind: UpstreamKind
  readonly name: string
  /** Normalised by `parseBaseUrl`. */
  readonly baseUrl: string
  /** The key's last four characters: all that a screen ever shows of it. */
  readonly keyTail: string
  /**
   * Shared by the accounts here that have the same key for the same origin, so that their limits count as one; nothing of
   * the key. Absent: the account's own id.
   */
  readonly keyGroup?: string
}

export const accountSchema: v.GenericSchema<unknown, Account> = v.object({
  id: v.string(),
  kind: v.picklist(upstreamKindNames),
  name: v.string(),
  baseUrl: v.string(),
  keyTail: v.string(),
  keyGroup: v.exactOptional(v.string()),
})

/** Returns the last characters of a key. Of a short key it returns nothing, so that it stays unknown. */
export function keyTail(key: string): string {
  return key.length >= 12 ? key.slice(-4) : ''
}
