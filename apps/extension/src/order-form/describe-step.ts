import type { Step } from '@orderwright/core'
import { formatCount, formatMoney } from '../format/money.ts'
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

/**
 * Returns the words and numbers of a step. Amounts are in `currency`, and `quantityLabel` is what its quantity counts.
 */
export function describeStep(step: Step, currency: string, quantityLabel: string): StepLine {
  return { ...words(step, currency, quantityLabel), total: step.total.toFixed() }
}

function words(step: Step, currency: string, quantityLabel: string): Omit<StepLine, 'total'> {
  const money = (amount: string): string => formatMoney(amount, currency)
  switch (step.kind) {
    case 'base':
      return {
        label: quantityLabel,
        working: times(step.quantity.toFixed(), money(step.tier.price), step.tier.pricingPer),
        effect: money(step.total.toFixed()),
      }
    case 'add':
      return {
        label: step.label,
        working: times(step.provided.toFixed(), money(step.by), step.every),
        effect: `+ ${money(step.addend.toFixed())}`,
      }
    case 'multiply':
      return {
        label: step.label,
        working: factorWords(step.provided.toFixed(), step.every, step.by),
        effect: `× ${formatCount(step.factor.toSignificantDigits(12).toFixed())}`,
      }
    case 'drip':
      return {
        label: texts.step.drip(),
        working: times(step.quantity.toFixed(), money(step.cost), step.increment),
        effect: `+ ${money(step.addend.toFixed())}`,
      }
    case 'later':
      return { label: texts.step.now(), working: texts.step.later(), effect: money('0') }
  }
}

function times(count: string, price: string, unit: string): string {
  const quantity = formatCount(count)
  return unit === '1'
    ? texts.step.each({ quantity, price })
    : texts.step.per({ quantity, price, unit: formatCount(unit) })
}

/** Returns "provided ÷ every × by", without the parts that change nothing. */
function factorWords(provided: string, every: string, by: string): string {
  const divided = every === '1' ? '' : ` ÷ ${formatCount(every)}`
  const multiplied = by === '1' ? '' : ` × ${formatCount(by)}`
  return `${formatCount(provided)}${divided}${multiplied}`
}
