import type { OrderEntry } from '../outbox/order-entry.ts'
import { advanceOrder, ordersOf } from '../storage/orders.ts'
import { storedOrder } from './stored-order.ts'
import { Trouble } from './trouble.ts'
import { withUpstream } from './with-upstream.ts'

interface Adoption {
  readonly token: string
  readonly orderId: string
}

/**
 * Takes an unknown order for the one with this number. Where the upstream lists no orders the number was typed by a
 * person, so the upstream is asked whether it has one.
 *
 * @throws {Trouble} where it has none, or cannot be asked.
 */
export async function adoptOrder({ token, orderId }: Adoption): Promise<OrderEntry> {
  const entry = await storedOrder(token)
  const id = orderId.trim()
  if (id === '' || id.includes(',')) throw new Trouble('Enter the number of one order.')
  const others = await ordersOf(entry.accountId)
  if (others.some(({ life }) => life.kind === 'accepted' && life.orderId === id)) {
    throw new Trouble(`Order ${id} is in your list already, so it is another one. Look for a newer number.`)
  }
  await withUpstream(entry.accountId, async (upstream, account) => {
    if (upstream.capabilities.canListOrders) return
    const [status] = await upstream.statuses([id])
    if (status?.kind !== 'found') {
      throw new Trouble(`${account.name} knows no order ${id}. Copy the number from your orders there.`)
    }
  })
  return await advanceOrder(token, { kind: 'adopted', orderId: id })
}
