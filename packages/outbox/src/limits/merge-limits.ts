import { parseDecimal } from '@orderwright/core'
import { type AccountLimits, type CapName, capNames, type Limits, limitsOf } from './caps.ts'
import { isOneCurrency } from './currency.ts'

/**
 * Returns two sets of limits as one that lets through nothing that either stops: each cap is the lower one, and the
 * same order is asked about for the longer time. Caps in two currencies cannot be compared: those that are here stay.
 *
 * @example
 * ```ts
 * const limits = (perDay, duplicateMinutes) => ({ accounts: { a: { currency: 'USD', caps: { perDay } } }, duplicateMinutes })
 * mergeLimits(limits('5', 10), limits('3', 60)) // { accounts: { a: { currency: 'USD', caps: { perDay: '3' } } }, duplicateMinutes: 60 }
 * ```
 */
export function mergeLimits(here: Limits, there: Limits): Limits {
  const accounts = { ...there.accounts, ...here.accounts }
  const merged = Object.keys(accounts).flatMap(id => {
    const limits = mergeAccount(limitsOf(here, id), limitsOf(there, id))
    return limits === undefined ? [] : [[id, limits] as const]
  })
  const duplicateMinutes = longer(here.duplicateMinutes, there.duplicateMinutes)
  return {
    accounts: Object.fromEntries(merged),
    ...(duplicateMinutes === undefined ? {} : { duplicateMinutes }),
  }
}

function mergeAccount(
  here: AccountLimits | undefined,
  there: AccountLimits | undefined,
): AccountLimits | undefined {
  if (here === undefined || there === undefined) return here ?? there
  if (!isOneCurrency(here.currency, there.currency)) return here
  const caps = capNames.flatMap(name => {
    const cap = lower(here, there, name)
    return cap === undefined ? [] : [[name, cap] as const]
  })
  return { currency: here.currency || there.currency, caps: Object.fromEntries(caps) }
}

function lower(here: AccountLimits, there: AccountLimits, name: CapName): string | undefined {
  const [one, other] = [here.caps[name], there.caps[name]].map(text => parseDecimal(text ?? ''))
  if (one === undefined || other === undefined) return (one ?? other)?.toFixed()
  // As it is written here, so that what is the same does not look like a change.
  return one.lte(other) ? here.caps[name] : other.toFixed()
}

/** Returns the longer time; the choice of a file is taken if none was made here. */
function longer(here: number | undefined, there: number | undefined): number | undefined {
  return here === undefined || there === undefined ? (here ?? there) : Math.max(here, there)
}
