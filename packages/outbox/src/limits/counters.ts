import { type Decimal, parseNumeric } from '@orderwright/core'
import { spentOf } from '../record/final-amounts.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { Caps } from './caps.ts'
import { currencyName } from './currency.ts'

/**
 * Returns a counter after a change, as plain decimal string; `undefined` is a counter that was never changed.
 *
 * @throws {TypeError} if one of them is no decimal string.
 *
 * @example
 * ```ts
 * addToCounter('2.5', '-0.5') // '2'
 * addToCounter(undefined, '7') // '7'
 * ```
 */
export function addToCounter(amount: string | undefined, by: string): string {
  return counted(amount ?? '0')
    .plus(counted(by))
    .toFixed()
}

/** Returns whether a counter that is at `amount` may be changed by `by` without coming to more than `atMost`. */
export function isWithin(amount: string, by: string, atMost: string | undefined): boolean {
  return atMost === undefined || counted(amount).plus(counted(by)).lte(counted(atMost))
}

/** Returns what a change of a record adds to the counters that it counts in; what stays the same is left out. */
export function counterChanges(
  before: OrderRecord | undefined,
  after: OrderRecord,
): readonly { readonly counter: string; readonly by: string }[] {
  const changes = new Map<string, Decimal>()
  const add = (counters: readonly string[], amount: Decimal): void => {
    for (const counter of counters) changes.set(counter, amount.plus(changes.get(counter) ?? 0))
  }
  add(after.counters ?? [], spentOf(after))
  if (before !== undefined) add(before.counters ?? [], spentOf(before).negated())
  return [...changes].flatMap(([counter, by]) => (by.isZero() ? [] : { counter, by: by.toFixed() }))
}

/** What may be ordered in all, and on one day. Decimal strings. What one order may cost is no matter of counters. */
export type CountedCaps = Pick<Caps, 'perDay' | 'perAccount'>

export interface CounterScope {
  /** The day that an order counts for, such as `2026-11-28`: the caller knows whose clock counts. */
  readonly day: string
  readonly account?: CountedCaps | undefined
  /** By `meta.customer` of the order. */
  readonly customer?: CountedCaps | undefined
}

/**
 * Returns the limits of an order by counters, one for the account and the customer each, in all and for the day: what the port
 * `limitsOf` resolves with. Amounts in two currencies have counters of their own.
 *
 * @example
 * ```ts
 * const record = { accountId: 'main', confirmed: { currency: 'USD' }, meta: { customer: '7' } }
 * const [day] = counterLimits(record, { day: '2026-11-28', account: { perDay: '200' } })
 * day // { counter: 'account/main/USD/2026-11-28', atMost: '200' }
 * counterLimits(record, { day: '2026-11-28', customer: { perDay: '20' } })[2].counter // 'customer/7/USD/2026-11-28'
 * ```
 */
export function counterLimits(
  { accountId, confirmed, meta }: Pick<OrderRecord, 'accountId' | 'confirmed' | 'meta'>,
  { day, account = {}, customer = {} }: CounterScope,
): readonly { readonly counter: string; readonly atMost: string | undefined }[] {
  const currency = currencyName(confirmed.currency ?? '')
  const both = (kind: string, id: string, caps: CountedCaps) => [
    { counter: nameOf(kind, id, currency, day), atMost: caps.perDay },
    { counter: nameOf(kind, id, currency), atMost: caps.perAccount },
  ]
  return [
    ...both('account', accountId, account),
    ...(meta?.customer === undefined ? [] : both('customer', meta.customer, customer)),
  ]
}

/** Returns a name that no two counters share, whatever is in its parts. */
function nameOf(...parts: readonly string[]): string {
  return parts.map(part => encodeURIComponent(part)).join('/')
}

function counted(text: string): Decimal {
  const amount = parseNumeric(text)
  if (amount === undefined) throw new TypeError(`a counter must be a decimal string, was given ${text}`)
  return amount
}
