import { affordable, type PriceStretch, priceCurve, subtractAmounts } from '@orderwright/core'
import type { LimitIssue } from '@orderwright/outbox'
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Balance } from '../accounts/balances.ts'
import {
  adviseOnPrice,
  isWithin,
  nearestQuantities,
  type PriceAdvice,
  totalAt,
} from '../price/price-advice.ts'
import { quickQuantities } from '../price/quick-quantities.ts'
import type { OrderForm } from './form-model.ts'

/** What the account lacks for the order. */
export interface Shortfall {
  readonly issue: Extract<LimitIssue, { readonly code: 'over_balance' }>
  /** The greatest quantity that it can pay for; absent if there is none. */
  readonly affordable: string | undefined
}

/** What there is to know about the price of the order besides the price. Quantities are decimal strings. */
export interface PriceModel {
  /** What each quantity costs with the params that are filled in; empty while they have issues. */
  readonly curve: ReadonlySignal<readonly PriceStretch[]>
  readonly advice: ReadonlySignal<PriceAdvice | undefined>
  /** Whether the balance is enough for the quantity that is advised. */
  readonly canTakeAdvice: ReadonlySignal<boolean>
  /** The nearest quantities if the one that was entered cannot be ordered. */
  readonly nearest: ReadonlySignal<readonly string[]>
  /** Round quantities that can be ordered and paid for. */
  readonly quick: ReadonlySignal<readonly string[]>
  readonly shortfall: ReadonlySignal<Shortfall | undefined>
}

interface PriceModelOptions {
  readonly form: OrderForm
  readonly balance: ReadonlySignal<Balance | undefined>
  /** Every limit that an order of that total would go over. */
  readonly issuesOf: (total: string) => readonly LimitIssue[]
}

export function createPriceModel({ form, balance, issuesOf }: PriceModelOptions): PriceModel {
  const { service, rest, quantity } = form
  const curve = computed(() => {
    const { value } = service
    return value?.quantitySource.kind === 'given' ? priceCurve(value, rest.value) : []
  })
  const advice = computed(() =>
    service.value === undefined || quantity.value === undefined
      ? undefined
      : adviseOnPrice(service.value, rest.value, quantity.value, curve.value),
  )
  return {
    curve,
    advice,
    canTakeAdvice: computed(() => {
      const advised = advice.value?.quantity
      if (advised === undefined) return false
      const stretch = curve.value.find(candidate => isWithin(candidate, advised))
      return stretch !== undefined && !issuesOf(totalAt(stretch, advised).toFixed()).some(isOverBalance)
    }),
    nearest: computed(() => {
      const isEntered = service.value?.quantitySource.kind === 'given' && form.isQuantityRefused.value
      return isEntered ? nearestQuantities(service.value, form.takenQuantity.value) : []
    }),
    quick: computed(() =>
      service.value === undefined ? [] : quickQuantities(service.value, curve.value, balance.value?.amount),
    ),
    shortfall: computed(() => {
      const total = form.quote.value?.total.toFixed()
      const issue = total === undefined ? undefined : issuesOf(total).find(isOverBalance)
      if (issue === undefined || service.value === undefined) return undefined
      const left = subtractAmounts(issue.balance, issue.reserved)
      const isCounted = service.value.quantitySource.kind === 'given'
      const bought = isCounted ? affordable(service.value, rest.value, left) : undefined
      return { issue, affordable: bought?.toFixed() }
    }),
  }
}

function isOverBalance(issue: LimitIssue): issue is Shortfall['issue'] {
  return issue.code === 'over_balance'
}
