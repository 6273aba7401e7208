import type { Service } from '../catalogue/service.ts'
import { type Exact, exactToDecimal } from '../money/exact.ts'
import type { Whole } from '../money/whole.ts'
import { type Lines, stepOf, wholeToDecimal } from './price.ts'
import type { Quote } from './quote.ts'

export interface PricedLines {
  readonly quantity: Whole
  readonly lines: Lines
  readonly total: Exact
}

/**
 * Makes a quote whose steps are made when they are first read. They are an own, enumerable property like the others, so that a quote is
 * copied, compared and printed as plain data is.
 */
export function lazyQuote(service: Service, priced: PricedLines): Quote {
  return Object.defineProperty(new LazyQuote(service, priced), 'steps', ownSteps)
}

/**
 * The only class that is no error: its private fields keep the lines where no copy sees them. A getter in an object literal would be a
 * function of its own for each quote, and takes ten times as long.
 */
class LazyQuote implements Quote {
  readonly serviceId: string
  readonly quantity: Quote['quantity']
  readonly total: Quote['total']
  readonly isChargedLater: boolean
  readonly #lines: Lines
  #steps: Quote['steps'] | undefined

  constructor({ id }: Service, { quantity, lines, total }: PricedLines) {
    this.serviceId = id
    this.quantity = wholeToDecimal(quantity)
    this.total = exactToDecimal(total)
    this.isChargedLater = lines[0].kind === 'later'
    this.#lines = lines
  }

  get steps(): Quote['steps'] {
    this.#steps ??= stepsOf(this.#lines)
    return this.#steps
  }
}

const ownSteps: PropertyDescriptor = {
  ...Object.getOwnPropertyDescriptor(LazyQuote.prototype, 'steps'),
  enumerable: true,
}

function stepsOf([first, ...others]: Lines): Quote['steps'] {
  return [stepOf(first), ...others.map(stepOf)]
}
