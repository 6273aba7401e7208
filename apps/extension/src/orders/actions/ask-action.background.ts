import type { FailedItemOutcome, Upstream } from '@orderwright/client'
import { askApart, orderIdOf } from '@orderwright/outbox'
import { withUpstream } from '../../accounts/upstream/open-upstream.background.ts'
import { UserFacingError } from '../../platform/errors.ts'
import { keepAlive } from '../../platform/keep-alive.ts'
import { type ActionEvent, type ActionFailure, storedFailure } from '../history/actions.ts'
import type { OrderEntry } from '../history/order-entry.ts'
import { noteActions, storedOrder } from '../history/order-history.ts'
import { messages as texts } from './texts/en.generated.ts'

/*
 * Unlike an order these are not written down before they are sent, and may reach the upstream more than once: a
 * browser can repeat a POST by itself. Neither takes money, an upstream has one open cancel or refill for an order
 * and answers a second wish with an error, and the order's own status says what came of it. So asking again is
 * safe, whatever became of the first time. What a repetition can cost is the number of a refill, which then shows
 * at the upstream alone.
 */

/** Asks for the order to be canceled, and resolves with the stored entry whatever the upstream says. */
export function cancelOrder(id: string): Promise<OrderEntry> {
  return askAboutOrder(id, async (upstream, orderId, at) => {
    const [outcome] = await upstream.cancel([orderId])
    return outcome && { kind: 'cancel_asked', cancel: { at, outcome: stored(outcome) } }
  })
}

/** Asks for what was lost of the order to be made up for; otherwise as {@link cancelOrder}. */
export function refillOrder(id: string): Promise<OrderEntry> {
  return askAboutOrder(id, async (upstream, orderId, at) => {
    const [outcome] = await upstream.refill([orderId])
    return outcome && { kind: 'refill_asked', refill: { at, outcome: stored(outcome) } }
  })
}

/** Asks for refills of several orders of one account in as few requests as possible; each entry keeps its answer. */
export async function refillOrders(accountId: string, ids: readonly string[]): Promise<null> {
  const entries = await Promise.all(ids.map(storedOrder))
  const orders = entries.flatMap(({ record }) => {
    const orderId = orderIdOf(record)
    return record.accountId === accountId && orderId !== undefined ? [{ id: record.id, orderId }] : []
  })
  await keepAlive(async () => {
    const at = new Date().toISOString()
    const { answers: outcomes } = await withUpstream(accountId, upstream =>
      askApart(
        orders.map(({ orderId }) => orderId),
        ids => upstream.refill(ids),
      ),
    )
    await noteActions(
      new Map(
        orders.flatMap(({ id }, index) => {
          const outcome = outcomes[index]
          return outcome === undefined
            ? []
            : [[id, { kind: 'refill_asked', refill: { at, outcome: stored(outcome) } }] as const]
        }),
      ),
    )
  })
  return null
}

function stored<Accepted extends { readonly kind: 'accepted' }>(
  outcome: Accepted | FailedItemOutcome,
): Accepted | ActionFailure {
  return outcome.kind === 'accepted' ? outcome : storedFailure(outcome)
}

type Asking = (upstream: Upstream, orderId: string, at: string) => Promise<ActionEvent | undefined>

/**
 * Asks an order's upstream for an action and stores the outcome.
 *
 * @throws {UserFacingError} if there is no such order, or its upstream cannot be asked at all.
 */
async function askAboutOrder(id: string, asking: Asking): Promise<OrderEntry> {
  const { record } = await storedOrder(id)
  const orderId = orderIdOf(record)
  if (orderId === undefined) throw new UserFacingError(texts.notPlaced())
  return await keepAlive(() =>
    navigator.locks.request(`action:${id}`, async () => {
      const at = new Date().toISOString()
      const event = await withUpstream(record.accountId, upstream => asking(upstream, orderId, at))
      if (event !== undefined) await noteActions(new Map([[id, event]]))
      return await storedOrder(id)
    }),
  )
}
