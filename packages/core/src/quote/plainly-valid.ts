import type { Service } from '../catalogue/service.ts'
import { shortWhole } from '../money/whole.ts'
import { acceptsShort } from '../rules/check-value.ts'
import type { Engine } from './compile-service.ts'
import { tierFor } from './quantity.ts'
import { type OrderRequest, slotOf } from './read-request.ts'

/**
 * Returns whether it can be told at a glance that an order has no issue, as it can of most: its quantity and its params are texts of short
 * whole numbers, and each is within its bounds. It takes no reading of the order, and a fraction of the time. Of any other order it says
 * nothing.
 */
export function isPlainlyValid(engine: Engine, order: OrderRequest): boolean {
  engine.glance ??= glanceOf(engine.service)
  const { glance } = engine
  if (!glance.isPlain || typeof order !== 'object' || order === null) return false
  const { quantity, drip, params } = order
  if (drip !== undefined && drip !== false) return false
  if (typeof quantity !== 'string' || !isWithin(engine, shortWhole(quantity))) return false
  return glance.required === requiredIn(engine, params)
}

/** What is looked up once for all orders of a service. */
export interface Glance {
  /** Whether its orders can be told by their numbers alone. */
  readonly isPlain: boolean
  /** How many params must be given. */
  readonly required: number
}

function glanceOf(service: Service): Glance {
  const { params, quantitySource } = service
  const isPlain =
    quantitySource.kind === 'given' &&
    !canBeNegative(service) &&
    new Set(params.map(({ name }) => name)).size === params.length &&
    params.every(({ requires, atLeast }) => requires === undefined && atLeast === undefined)
  return {
    isPlain,
    required: params.filter(({ rules }) => rules.some(({ name }) => name === 'required')).length,
  }
}

function isWithin({ quantities }: Engine, quantity: number): boolean {
  const { least, greatest, step } = quantities
  if (quantity <= 0 || quantity < least || quantity > greatest) return false
  return typeof step === 'number' && quantity % step === 0 && tierFor(quantities, quantity) !== undefined
}

/** Returns how many required params are given, or -1 if one that is given is not plainly valid. */
function requiredIn({ slots, params }: Engine, given: OrderRequest['params']): number {
  if (given === undefined) return 0
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return -1
  let required = 0
  let next = 0
  for (const name of Object.keys(given)) {
    const value = given[name]
    // Most orders give their params as the service lists them.
    const slot = slots.names[next] === name ? next : slotOf(slots, name)
    const param = params[slot]
    if (param === undefined || typeof value !== 'string') return -1
    const short = shortWhole(value)
    if (short === -1 || !acceptsShort(param, short)) return -1
    if (param.rules.isRequired) required += 1
    next = slot + 1
  }
  return required
}

/** Returns whether some order could have a total below 0, so that its price belongs to its check. */
export function canBeNegative({ tiers, params, drip, increment }: Service): boolean {
  const isBelowZero = (number: string): boolean => number.includes('-')
  return (
    tiers.some(({ price, pricingPer }) => isBelowZero(price) || isBelowZero(pricingPer)) ||
    params.some(
      ({ modifier, isPriceModifier }) =>
        modifier !== undefined &&
        (!isPriceModifier || isBelowZero(modifier.by) || isBelowZero(modifier.every)),
    ) ||
    (drip !== undefined && (isBelowZero(drip.cost) || isBelowZero(increment)))
  )
}
