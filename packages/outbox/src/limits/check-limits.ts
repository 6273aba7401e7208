import { Decimal, parseNumeric, reconcile } from '@orderwright/core'
import type { Confirmation, OrderRecord } from '../record/record-schema.ts'
import type { Caps } from './caps.ts'
import { spentBy } from './spent.ts'

export interface LimitContext {
  /** Those of other accounts are left out of account. */
  readonly records: readonly OrderRecord[]
  /** The accounts that name the same upstream and key: what is spent through one is spent through all. Default: none. */
  readonly aliases?: readonly string[] | undefined
  readonly caps: Caps
  /** What the account showed last, a decimal string; `undefined` if it is not known, and then not checked. */
  readonly balance: string | undefined
  /** When the person's day began, in milliseconds since 1970. */
  readonly dayStart: number
}

/** Why an order must not be sent. Amounts are decimal strings; `describeLimitIssue` gives the sentence. */
export type LimitIssue =
  | { readonly code: 'over_order_cap'; readonly total: string; readonly cap: string }
  | { readonly code: 'over_day_cap'; readonly total: string; readonly cap: string; readonly spent: string }
  | {
      readonly code: 'over_account_cap'
      readonly total: string
      readonly cap: string
      readonly spent: string
    }
  /** `reserved`: for orders that are confirmed and not yet charged. */
  | {
      readonly code: 'over_balance'
      readonly total: string
      readonly balance: string
      readonly reserved: string
    }
  /** The limits are in another currency than the account: amounts of two are never compared. `judgeLimits` alone finds it. */
  | { readonly code: 'other_currency'; readonly set: string; readonly now: string }

/** An order that need not be a record yet, such as one that is still being filled in. */
export type LimitCandidate = Pick<OrderRecord, 'id' | 'accountId'> & {
  readonly confirmed: Pick<Confirmation, 'total'>
}

/**
 * Returns every limit that an order would go over; to reach one exactly is allowed. A subscription is charged later and
 * has a total of 0, so that no limit can see it coming.
 *
 * @throws {TypeError} if a cap, the balance or the order's total is no decimal string.
 *
 * @example
 * ```ts
 * const candidate = { id: 'form-1', accountId: 'a', confirmed: { total: '7.5' } }
 * const context = { records: [], caps: { perOrder: '5' }, balance: '20', dayStart: 0 }
 * checkLimits(candidate, context) // [{ code: 'over_order_cap', total: '7.5', cap: '5' }]
 * ```
 */
export function checkLimits(candidate: LimitCandidate, context: LimitContext): readonly LimitIssue[] {
  const { caps, balance, dayStart } = context
  const total = amount('total', candidate.confirmed.total)
  const accountIds = [candidate.accountId, ...(context.aliases ?? [])]
  const others = context.records.filter(
    ({ accountId, id }) => accountIds.includes(accountId) && id !== candidate.id,
  )
  const { today, inAll } = spentBy(others, dayStart)
  const pending = others.filter(({ state }) => state.name === 'queued' || state.name === 'submitting')
  const { inAll: reserved } = spentBy(pending, dayStart)
  // A balance may be told as a binary float: what is short of its last digits alone is there.
  const isNoise = (told: string): boolean =>
    reconcile({ total: total.plus(reserved) }, told).verdict === 'equal'
  const excess = (cap: string, name: string, spent: Decimal): boolean =>
    total.plus(spent).gt(amount(name, cap))

  const issues: LimitIssue[] = []
  const shown = total.toFixed()
  if (caps.perOrder !== undefined && excess(caps.perOrder, 'perOrder', new Decimal(0))) {
    issues.push({ code: 'over_order_cap', total: shown, cap: caps.perOrder })
  }
  if (caps.perDay !== undefined && excess(caps.perDay, 'perDay', today)) {
    issues.push({ code: 'over_day_cap', total: shown, cap: caps.perDay, spent: today.toFixed() })
  }
  if (caps.perAccount !== undefined && excess(caps.perAccount, 'perAccount', inAll)) {
    issues.push({
      code: 'over_account_cap',
      total: shown,
      cap: caps.perAccount,
      spent: inAll.toFixed(),
    })
  }
  if (balance !== undefined && excess(balance, 'balance', reserved) && !isNoise(balance)) {
    issues.push({ code: 'over_balance', total: shown, balance, reserved: reserved.toFixed() })
  }
  return issues
}

function amount(name: string, text: string): Decimal {
  const parsed = parseNumeric(text)
  if (parsed === undefined) {
    throw new TypeError(`checkLimits: ${name} must be a decimal string, was given ${text}`)
  }
  return parsed
}
