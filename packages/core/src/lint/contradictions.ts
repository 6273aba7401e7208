import { ceilTo, floorTo, wholeStep } from '../money/fraction.ts'
import type { CountingRule, Param, Rule } from '../rules/param.ts'

/**
 * Returns each set of a param's rules that no value meets together: a minimum above the maximum, an increment that nothing between
 * them meets, several lines of one number, or fewer characters than the other rules ask for.
 */
export function contradictions(param: Param): readonly (readonly Rule[])[] {
  const rules = boundsOf(param)
  const sets = [outsideEnds(rules), severalLines(rules), tooFewCharacters(rules)]
  return sets.filter(set => set.length > 0).map(set => set.map(({ name, n }) => ({ name, n })))
}

/**
 * Returns a short list of rules that accepts exactly the values that all rules of the param accept, so that many options can be judged
 * in little time.
 */
export function strictestRules(param: Param): readonly Rule[] {
  const { min, max, minchar, maxchar, minlines, increments } = boundsOf(param)
  const required = param.rules.find(rule => rule.name === 'required')
  let step = 1n
  for (const { bound } of increments) if (step < beyondAll) step = commonMultiple(step, bound)
  const increment: readonly Rule[] =
    increments.length === 0 ? [] : [{ name: 'increment', n: step.toString() }]
  return [
    ...(required === undefined ? [] : [required]),
    ...present(min, max, minchar, maxchar, minlines),
    ...increment,
  ]
}

/** Greater than every number that a buyer can write, so 0 alone is a multiple of what is greater. */
const beyondAll = 10n ** 2010n

interface Bound {
  readonly name: CountingRule
  readonly n: string
  readonly bound: bigint
}

/** The strictest rules of each name. */
interface Bounds extends Readonly<Record<Exclude<CountingRule, 'increment'>, Bound | undefined>> {
  readonly increments: readonly Bound[]
  /** The least number that will do: a price modifier is never below 0. */
  readonly low: bigint | undefined
  readonly high: bigint | undefined
}

function boundsOf({ rules, isPriceModifier }: Param): Bounds {
  const all = rules.flatMap(rule => (rule.name === 'required' ? [] : [{ ...rule, bound: BigInt(rule.n) }]))
  const named = (name: CountingRule): readonly Bound[] => all.filter(rule => rule.name === name)
  const greatest = (name: CountingRule): Bound | undefined =>
    named(name).reduce<Bound | undefined>(
      (most, rule) => (most && most.bound >= rule.bound ? most : rule),
      undefined,
    )
  const least = (name: CountingRule): Bound | undefined =>
    named(name).reduce<Bound | undefined>(
      (most, rule) => (most && most.bound <= rule.bound ? most : rule),
      undefined,
    )
  const [min, max] = [greatest('min'), least('max')]
  return {
    ...{ min, max, minchar: greatest('minchar'), maxchar: least('maxchar'), minlines: greatest('minlines') },
    increments: named('increment'),
    low: isPriceModifier && (min === undefined || min.bound < 0n) ? 0n : min?.bound,
    high: max?.bound,
  }
}

const present = (...rules: readonly (Bound | undefined)[]): readonly Bound[] =>
  rules.filter(rule => rule !== undefined)

function outsideEnds({ min, max, increments, low, high }: Bounds): readonly Bound[] {
  if (low === undefined || high === undefined) return []
  if (low > high) return present(min, max)
  // 0 is a multiple of everything.
  if (low <= 0n && high >= 0n) return []
  let step = 1n
  for (const { bound } of increments) {
    step = commonMultiple(step, bound)
    // This holds as soon as the step exceeds both ends, so it never grows much longer than they are.
    if (ceilTo({ numerator: low, denominator: 1n }, step) > high) return present(min, ...increments, max)
  }
  return []
}

function commonMultiple(one: bigint, other: bigint): bigint {
  return one * (wholeStep({ numerator: other, denominator: one }) ?? 1n)
}

/** A number stands on one line. */
function severalLines({ min, max, increments, minlines }: Bounds): readonly Bound[] {
  const ofNumbers = present(min, max, ...increments)
  return ofNumbers.length > 0 && minlines !== undefined && minlines.bound > 1n ? [...ofNumbers, minlines] : []
}

function tooFewCharacters(bounds: Bounds): readonly Bound[] {
  const { maxchar, minchar, minlines, min, max, increments } = bounds
  if (maxchar === undefined) return []
  const needs: readonly (readonly [characters: bigint, rules: readonly Bound[]])[] = [
    [1n, []],
    [minchar?.bound ?? 0n, present(minchar)],
    // Each line takes a character, and each but the last a line ending.
    [(minlines?.bound ?? 0n) * 2n - 1n, present(minlines)],
    [shortestNumber(bounds), present(min, ...increments, max)],
  ]
  const need = needs.find(([characters]) => characters > maxchar.bound)
  return need === undefined ? [] : [...need[1], maxchar]
}

/** Returns how many characters a number that meets the rules takes at least, as far as each increment alone tells. */
function shortestNumber({ low, high, increments }: Bounds): bigint {
  const steps = increments.length === 0 ? [1n] : increments.map(({ bound }) => (bound < 0n ? -bound : bound))
  const lengths = steps.map(step => {
    if (low !== undefined && low > 0n) return String(ceilTo({ numerator: low, denominator: 1n }, step)).length
    if (high !== undefined && high < 0n)
      return String(floorTo({ numerator: high, denominator: 1n }, step)).length
    return 1
  })
  return BigInt(lengths.reduce((most, length) => Math.max(most, length), 0))
}
