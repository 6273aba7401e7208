import { Decimal, type Quote, type Service, type Step } from '@orderwright/core'
import { quantityLabel } from '../catalogue/describe-service.ts'
import { formatCount, formatMoney, sharedDecimals } from '../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

/** One line of the way to a total, as a person follows it. */
export interface StepLine {
  readonly label: string
  /** How the line comes about, such as `2,000 × $2.50 per 1,000`. */
  readonly working: string
  /** What it does to the running total, such as `+ $1.20` or `× 3`. */
  readonly effect: string
  /** The running total after it, a decimal string. */
  readonly total: string
}

/** A quote line by line. Its amounts have one number of decimals. */
export interface QuoteLines {
  readonly lines: readonly StepLine[]
  /** With how many the total is shown too. */
  readonly decimals: number
}

/** Returns the words and numbers of each step of a quote for a service. Amounts are in `currency`. */
export function describeQuote(
  { steps, total }: Pick<Quote, 'steps' | 'total'>,
  service: Service | undefined,
  currency: string,
): QuoteLines {
  const decimals = sharedDecimals([...steps.map(amountOf), total].map(amount => amount.toFixed()))
  const money = (amount: string): string => formatMoney(amount, currency, decimals)
  return {
    lines: steps.map(step => ({ ...words(step, service, currency, money), total: step.total.toFixed() })),
    decimals,
  }
}

/** Returns the amount that a step shows beside its words, 0 if it is none. */
function amountOf(step: Step): Decimal {
  if (step.kind === 'base') return step.total
  return 'addend' in step ? step.addend : new Decimal(0)
}

function words(
  step: Step,
  service: Service | undefined,
  currency: string,
  money: (amount: string) => string,
): Omit<StepLine, 'total'> {
  const price = (amount: string): string => formatMoney(amount, currency)
  switch (step.kind) {
    case 'base':
      return {
        label: quantityLabel(service),
        working: times(step.quantity.toFixed(), price(step.tier.price), step.tier.pricingPer),
        effect: money(step.total.toFixed()),
      }
    case 'add':
      return {
        label: step.label,
        working: times(step.provided.toFixed(), price(step.by), step.every),
        effect: `+ ${money(step.addend.toFixed())}`,
      }
    case 'multiply':
      return {
        label: step.label,
        working: factorWords(step, unitOf(step, service)),
        effect: `× ${formatCount(step.factor.toSignificantDigits(12).toFixed())}`,
      }
    case 'drip':
      return {
        label: texts.step.drip(),
        working: times(step.quantity.toFixed(), price(step.cost), step.increment),
        effect: `+ ${money(step.addend.toFixed())}`,
      }
    case 'later':
      return { label: texts.step.now(), working: texts.step.later(), effect: money('0') }
  }
}

type Multiply = Extract<Step, { readonly kind: 'multiply' }>

/** Returns what the chosen option writes behind its number, such as ` %` or ` s`; blank if it is not known. */
function unitOf({ param, provided }: Multiply, service: Service | undefined): string {
  const options = service?.params.find(({ name }) => name === param)?.options ?? []
  const name = options.find(({ value }) => value.trim() === provided.toFixed())?.name ?? ''
  return name.startsWith(provided.toFixed())
    ? (/^\s?[^\s\d.,]{1,12}$/.exec(name.slice(provided.toFixed().length))?.[0] ?? '')
    : ''
}

function times(count: string, price: string, unit: string): string {
  const quantity = formatCount(count)
  return unit === '1'
    ? texts.step.each({ quantity, price })
    : texts.step.per({ quantity, price, unit: formatCount(unit) })
}

/** Says how the factor comes about: `60 s is 2 × 30 s`. */
function factorWords({ provided, every, by }: Multiply, unit: string): string {
  const amount = `${formatCount(provided.toFixed())}${unit}`
  const count = provided.div(every)
  // What never ends is no number of times that anyone would say.
  if (every === '1' || count.decimalPlaces() > 4) {
    const divided = every === '1' ? amount : `${amount} ÷ ${formatCount(every)}${unit}`
    return by === '1' ? divided : texts.step.factor({ amount: divided, by: formatCount(by) })
  }
  const parts = { amount, count: formatCount(count.toFixed()), unit: `${formatCount(every)}${unit}` }
  return by === '1' ? texts.step.is(parts) : texts.step.isTimes({ ...parts, by: formatCount(by) })
}
