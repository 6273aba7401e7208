import { type Issue, type OrderRequest, prepareOrder, type Service } from '@orderwright/core'
import type { Account } from './accounts.ts'
import type { Order } from './order.ts'
import { seededInteger } from './seeded-integer.ts'
import type { UpstreamState } from './upstream-state.ts'

export type Taking =
  | { readonly kind: 'taken'; readonly order: Order }
  | { readonly kind: 'invalid'; readonly issues: readonly [Issue, ...Issue[]] }
  | { readonly kind: 'insufficient_funds'; readonly price: string; readonly funds: string }

/** Checks, prices and charges an order and enters it in the book: all of it, or nothing. */
export function takeOrder(
  state: UpstreamState,
  account: Account,
  service: Service,
  request: OrderRequest & { readonly target: string },
): Taking {
  const prepared = prepareOrder(service, request)
  if (!prepared.ok) return { kind: 'invalid', issues: prepared.issues }
  const price = prepared.quote.total.toFixed()
  if (state.accounts.charge(account, price) === 'insufficient_funds') {
    return { kind: 'insufficient_funds', price, funds: account.funds }
  }
  const order = state.orders.add({
    account,
    service,
    target: request.target,
    wanted: BigInt(prepared.quote.quantity.toFixed()),
    startCount: BigInt(startCountOf(state.seed, request.target, service)),
    charged: price,
    takenAt: state.clock.now(),
    durationMs: durationOf(state.seed, service),
  })
  return { kind: 'taken', order }
}

function startCountOf(seed: string, target: string, service: Service): number {
  return seededInteger(seed, ['start', target, service.id], 100, 1_000_000)
}

/** One to ten minutes: short enough for a person to watch. */
function durationOf(seed: string, service: Service): number {
  return 1000 * seededInteger(seed, ['duration', service.id], 60, 600)
}
