import { Decimal } from '@orderwright/core'
import { createDraft, type DraftInput, type NextTryResult, nextTry } from '@orderwright/outbox'
import { accountById } from '../accounts/account-store.ts'
import { readSnapshot, type UpstreamSnapshot } from '../catalogue/read-upstream.background.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { withAccountLock } from '../platform/locks.ts'
import { checkOrder } from './check-order.background.ts'
import { consentItem, isConsentValid } from './consent.ts'
import type { Placed, PlaceOrder } from './messages.ts'
import { recheckUnknown } from './recheck-unknown.background.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Places an order that a person has confirmed, and resolves with its record whatever the outcome is. The same id again
 * gives the same record and sends nothing. Orders of one account take turns, so that each is checked against the balance
 * that the one before has left.
 *
 * @throws {UserFacingError} if nothing was stored: no consent, no such account, an upstream that cannot be asked.
 */
export async function placeOrder(request: PlaceOrder): Promise<Placed> {
  if (!isConsentValid(await consentItem.get())) {
    throw new UserFacingError(texts.noConsent())
  }
  const account = await accountById(request.accountId)
  return await keepAlive(() =>
    withAccountLock(account.id, async () => {
      await recheckUnknown(account, request)
      return await confirm(request)
    }),
  )
}

async function confirm(request: PlaceOrder): Promise<Placed> {
  const snapshot = await readSnapshot(request.accountId)
  const draft = await draftOf(request, snapshot)
  if (!draft.ok) return { kind: 'rejected', rejection: draft.rejection }
  return await openOutbox().confirm(draft.draft, () => checkOrder(draft.draft, snapshot, request))
}

async function draftOf(request: PlaceOrder, snapshot: UpstreamSnapshot): Promise<NextTryResult> {
  const { id, accountId, retryOf } = request
  const input = inputOf(request, snapshot)
  if (retryOf === null) return { ok: true, draft: createDraft({ ...input, id, accountId }) }
  const before = await orderStore.get(retryOf)
  if (before?.accountId !== accountId) {
    throw new UserFacingError(texts.retryGone())
  }
  return nextTry(before, input)
}

function inputOf(
  { order, confirmed }: PlaceOrder,
  snapshot: UpstreamSnapshot,
): Omit<DraftInput, 'id' | 'accountId'> {
  const { total, quantity, delivers, isChargedLater, serviceName, targetTitle } = confirmed
  const { amount, currency } = snapshot.balance
  return {
    order,
    quote: { total: new Decimal(total), quantity: new Decimal(quantity), isChargedLater },
    delivers,
    serviceName,
    targetTitle: targetTitle === '' ? undefined : targetTitle,
    currency: currency === '' ? undefined : currency,
    balanceBefore: amount,
    canListOrders: snapshot.capabilities.canListOrders,
    createdAt: Date.now(),
  }
}
