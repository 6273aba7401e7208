import { type Decimal, type Param, parseDecimal, type Quote, type Service } from '@orderwright/core'
import { formatCount, formatMoney } from '../format/money.ts'
import { ownValue } from '../platform/own-value.ts'
import { messages as texts } from './texts/en.generated.ts'

/** The two params by which an order is delivered in several runs. */
export interface DripFeed {
  readonly runs: Param
  readonly interval: Param
}

/**
 * Returns the drip-feed of a service, if it has one: a param that multiplies the price by itself together with the one
 * that it requires and that requires it. No other pair of params is bound to each other in that way.
 */
export function dripFeedOf({ params }: Pick<Service, 'params'>): DripFeed | undefined {
  for (const runs of params) {
    const interval = params.find(({ name, requires }) => name === runs.requires && requires === runs.name)
    if (interval !== undefined && multipliesByItself(runs)) return { runs, interval }
  }
  return undefined
}

function multipliesByItself({ modifier }: Param): boolean {
  return modifier?.type === 'multiply' && modifier.every === '1' && modifier.by === '1'
}

/** What a drip-feed comes to, in words and numbers. */
export interface DripFeedWords {
  /** Such as `10,000 in 10 runs of 1,000`. */
  readonly amount: string
  /** Such as `one every 30 min, the last one after 4 h 30 min`. */
  readonly schedule: string
}

/** Describes the runs of a quoted order, or returns `undefined` if it has none. */
export function describeDripFeed(
  service: Service,
  quote: Pick<Quote, 'quantity'>,
  params: Readonly<Record<string, string>>,
): DripFeedWords | undefined {
  const dripFeed = dripFeedOf(service)
  const runs = numberIn(params, dripFeed?.runs.name)
  const interval = numberIn(params, dripFeed?.interval.name)
  if (runs === undefined || interval === undefined) return undefined
  const count = (amount: Decimal): string => formatCount(amount.toFixed())
  return {
    amount: texts.drip.amount({
      all: count(quote.quantity.times(runs)),
      runs: count(runs),
      each: count(quote.quantity),
    }),
    schedule: texts.drip.schedule({
      interval: duration(interval),
      whole: duration(runs.minus(1).times(interval)),
    }),
  }
}

/** Returns one sentence for all runs together, with their price. */
export function dripFeedSentence(words: DripFeedWords, total: string, currency: string): string {
  return texts.drip.sentence({ ...words, total: formatMoney(total, currency) })
}

function numberIn(params: Readonly<Record<string, string>>, name: string | undefined): Decimal | undefined {
  return parseDecimal(ownValue(params, name) ?? '')
}

/** Minutes as the two greatest units that they fill: `2 d 4 h`, `4 h 30 min`, `45 min`. */
function duration(minutes: Decimal): string {
  const days = minutes.divToInt(1440)
  const hours = minutes.mod(1440).divToInt(60)
  const parts = [
    [days, texts.drip.days],
    [hours, texts.drip.hours],
    [minutes.mod(60), texts.drip.minutes],
  ] as const
  const filled = parts.filter(([amount]) => amount.gt(0)).slice(0, 2)
  const words = filled.map(([amount, words]) => words({ count: formatCount(amount.toFixed()) }))
  return words.length === 0 ? texts.drip.minutes({ count: formatCount('0') }) : words.join(' ')
}
