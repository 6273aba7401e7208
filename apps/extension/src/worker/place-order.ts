import type { Account } from '../account/account.ts'
import { upstreamKinds } from '../account/upstream-kinds.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import type { NotSentReason } from '../outbox/order-life.ts'
import type { PlaceOrder } from '../protocol.ts'
import { balancesItem } from '../storage/balances.ts'
import { consentItem, isConsentValid } from '../storage/consent.ts'
import { advanceOrder, storeOrder } from '../storage/orders.ts'
import { accountById } from './accounts.ts'
import { checkOrder } from './check-order.ts'
import { describeError } from './describe-error.ts'
import { keepAlive } from './keep-alive.ts'
import { openUpstream } from './open-upstream.ts'
import { recoveredOrder } from './recover-orders.ts'
import { senderLock } from './sender-lock.ts'
import { Trouble } from './trouble.ts'

/** Below the 30 s that a worker lives, so that it writes down the ending itself. */
const deadlineMs = 25_000

/**
 * Takes an order from intent to its ending, and resolves with the stored entry whatever the ending is. The
 * same token again gives the same entry and sends nothing.
 *
 * @throws {Trouble} where nothing was stored: no consent, no such account.
 */
export async function placeOrder(request: PlaceOrder): Promise<OrderEntry> {
  if (!isConsentValid(await consentItem.get())) {
    throw new Trouble(
      'Read and accept the first page before you order. The popup’s first screen leads there.',
    )
  }
  const account = await accountById(request.accountId)
  return await keepAlive(() =>
    navigator.locks.request(senderLock(account.id), async () => {
      const known = await recoveredOrder(request.token)
      return known ?? (await send(request, account))
    }),
  )
}

async function send(request: PlaceOrder, account: Account): Promise<OrderEntry> {
  await storeOrder(await intent(request, account))
  const upstream = await openUpstream(account).catch((error: unknown) => describeError(error, account))
  if (typeof upstream === 'string') return await holdBack(request, { code: 'failed', sentence: upstream })
  const checked = await checkOrder(request, account, upstream)
  if (!checked.ok) return await holdBack(request, checked.reason)
  await advanceOrder(request.token, { kind: 'sending' })
  const ending = await upstream.add(checked.order, { timeoutMs: deadlineMs })
  return await advanceOrder(request.token, { kind: 'ended', ending })
}

function holdBack(request: PlaceOrder, reason: NotSentReason): Promise<OrderEntry> {
  return advanceOrder(request.token, { kind: 'held_back', reason })
}

async function intent(request: PlaceOrder, account: Account): Promise<OrderEntry> {
  const balances = await balancesItem.get()
  return {
    token: request.token,
    accountId: account.id,
    createdAt: new Date().toISOString(),
    serviceName: request.serviceName,
    title: request.title,
    order: request.order,
    ...(request.extent === undefined ? {} : { extent: request.extent }),
    quoted: request.confirmed,
    currency: balances[account.id]?.currency ?? upstreamKinds[account.kind].currency,
    life: { kind: 'intent' },
  }
}
