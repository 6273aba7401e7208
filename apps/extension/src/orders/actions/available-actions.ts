import type { Capabilities } from '@orderwright/client'
import type { ServiceFlags } from '@orderwright/core'
import { orderIdOf } from '@orderwright/outbox'
import { openRefillId } from '../history/actions.ts'
import { type OrderEntry, statusOf } from '../history/order-entry.ts'

/** What a person may ask for, by what the upstream can do, what the service allows, and where the order stands. */
export interface AvailableActions {
  readonly cancel: boolean
  readonly refill: boolean
}

/**
 * Returns the actions that may be asked for: a cancel while the order is open, a refill after its delivery, either
 * once at a time.
 */
export function availableActions(
  { record, actions = {} }: OrderEntry,
  flags: ServiceFlags | undefined,
  capabilities: Capabilities | undefined,
): AvailableActions {
  if (orderIdOf(record) === undefined) return { cancel: false, refill: false }
  const status = statusOf(record)
  const isDelivered = status?.state === 'completed' || status?.state === 'partial'
  return {
    cancel:
      capabilities?.canCancel === true &&
      flags?.cancel === true &&
      status?.isFinal !== true &&
      actions.cancel?.outcome.kind !== 'accepted',
    refill:
      capabilities?.canRefill === true &&
      flags?.refill === true &&
      isDelivered &&
      openRefillId(actions) === undefined,
  }
}
