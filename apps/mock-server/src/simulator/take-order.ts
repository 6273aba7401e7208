import { type Issue, type OrderRequest, prepareOrder, type Service } from '@orderwright/core'
import type { MatchTarget } from '../matching/request-match.ts'
import type { Account } from './accounts.ts'
import { readBehaviour } from './behaviour.ts'
import type { Delivery, Order, Subscription } from './order.ts'
import { beginBehaviour } from './play-behaviour.ts'
import { type ServiceDraws, seededInteger } from './random.ts'
import type { SimulatorState } from './state.ts'

export interface OrderTerms extends OrderRequest {
  /** The link, as it was sent; blank if there is none. */
  readonly target: string
  /** What the order has of its delivery; the rest is drawn from the seed. */
  readonly delivery?: Partial<Pick<Delivery, 'pendingMs' | 'runs' | 'intervalMs'>>
  readonly subscription?: Subscription
  /** As they were sent; absent for an order that nobody sent. */
  readonly fields?: ReadonlyMap<string, string>
}

export type Taking =
  | { readonly kind: 'taken'; readonly order: Order }
  | { readonly kind: 'invalid'; readonly issues: readonly [Issue, ...Issue[]] }
  | { readonly kind: 'insufficient_funds'; readonly price: string; readonly funds: string }

/** Checks, prices and charges an order and enters it in the book: all of it, or nothing. */
export function takeOrder(
  state: SimulatorState,
  account: Account,
  service: Service,
  terms: OrderTerms,
  now: number,
): Taking {
  const prepared = prepareOrder(service, terms)
  if (!prepared.ok) return { kind: 'invalid', issues: prepared.issues }
  const price = prepared.quote.total.toFixed()
  if (state.accounts.charge(account, price) === 'insufficient_funds') {
    return { kind: 'insufficient_funds', price, funds: account.funds }
  }
  const delivery = deliveryOf(state.draws, service, terms.delivery)
  const order = state.orders.add({
    account,
    service,
    target: terms.target,
    wanted: BigInt(prepared.order.quantity ?? prepared.quote.quantity.toFixed()) * delivery.runs,
    startCount: BigInt(seededInteger(state.seed, ['start', terms.target, service.id], 100, 1_000_000)),
    charged: price,
    takenAt: now,
    delivery,
    subscription: terms.subscription,
    behaviour: terms.subscription
      ? timedBehaviour
      : state.behaviours.behaviourFor(() => targetOf(account, service, terms)),
  })
  state.onChange()
  beginBehaviour(state, order, now)
  return { kind: 'taken', order }
}

/** By the names that rules have for them, whichever API sent the order, or none. */
function targetOf(account: Account, service: Service, terms: OrderTerms): MatchTarget {
  const fields = new Map([...(terms.fields ?? []), ['service', service.id], ['link', terms.target]])
  if (terms.quantity !== undefined) fields.set('quantity', String(terms.quantity))
  return {
    method: 'POST',
    path: '',
    upstream: account.upstream,
    action: 'add',
    account: account.name,
    fields,
  }
}

/** A subscription delivers nothing itself: the rules are for its orders. */
const timedBehaviour = readBehaviour('timed')

/** One to ten minutes a run: short enough for a person to watch. A run ends before the next begins. */
function deliveryOf(draws: ServiceDraws, service: Service, given: OrderTerms['delivery'] = {}): Delivery {
  const { pendingMs = 0, runs = 1n, intervalMs = 0 } = given
  const runMs = 1000 * draws.integer('duration', service.id, 60, 600)
  return {
    pendingMs,
    runMs: intervalMs > 0 ? Math.min(runMs, intervalMs) : runMs,
    runs,
    intervalMs,
  }
}
