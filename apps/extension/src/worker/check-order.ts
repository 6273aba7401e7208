import type { Upstream } from '@orderwright/client'
import { Decimal, describeIssue, type PreparedOrder, parseDecimal, prepareOrder } from '@orderwright/core'
import type { Account } from '../account/account.ts'
import type { NotSentReason } from '../outbox/order-life.ts'
import type { PlaceOrder } from '../protocol.ts'
import { describeError } from './describe-error.ts'
import { readBalance } from './read-balance.ts'
import { readCatalogue } from './read-catalogue.ts'

export type CheckedOrder =
  | { readonly ok: true; readonly order: PreparedOrder }
  | { readonly ok: false; readonly reason: NotSentReason }

/**
 * The order by today's catalogue, just before it is sent: still orderable, at the price that was confirmed, and
 * within the balance. It also proves that the upstream can be reached while nothing is at stake yet; a browser
 * cannot tell afterwards whether a failed request had left.
 */
export async function checkOrder(
  request: PlaceOrder,
  account: Account,
  upstream: Upstream,
): Promise<CheckedOrder> {
  try {
    const [services, balance] = await Promise.all([
      readCatalogue(upstream, account),
      readBalance(upstream, account),
    ])
    const service = services.find(candidate => candidate.id === request.order.serviceId)
    if (service === undefined)
      return failed('The upstream no longer offers this service. Choose another one.')
    const result = prepareOrder(service, request.order)
    if (!result.ok) {
      const sentences = result.issues.map(issue => describeIssue(issue))
      return failed(`The service has changed: ${sentences.join(' ')} Correct the order and review it again.`)
    }
    const { total } = result.quote
    if (!total.eq(amountOf(request.confirmed))) {
      return { ok: false, reason: { code: 'price_changed', total: total.toFixed() } }
    }
    if (total.gt(amountOf(balance.amount))) {
      return { ok: false, reason: { code: 'balance_too_low', balance: balance.amount } }
    }
    return { ok: true, order: result.order }
  } catch (error) {
    return failed(describeError(error, account))
  }
}

function amountOf(text: string): Decimal {
  return parseDecimal(text) ?? new Decimal(Number.NaN)
}

function failed(sentence: string): CheckedOrder {
  return { ok: false, reason: { code: 'failed', sentence } }
}
