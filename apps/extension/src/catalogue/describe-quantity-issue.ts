import { Decimal, type Issue, orderableRange, parseDecimal, type Service, type Tier } from '@orderwright/core'
import { formatCount } from '../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Returns what is wrong with a quantity and what could be ordered instead, in one sentence that names only what can be;
 * `undefined` for issues that are not about how much is ordered.
 */
export function describeQuantityIssue(service: Service, issue: Issue, quantity: string): string | undefined {
  const range = orderableRange(service)
  switch (issue.code) {
    case 'not_an_integer':
      return texts.issues.notWhole()
    case 'below_min':
    case 'above_max':
    case 'not_a_multiple':
    case 'no_price_tier':
      break
    default:
      return undefined
  }
  if (range === undefined) return texts.issues.none()
  const { below, above } = nearest(service, parseDecimal(quantity) ?? new Decimal(0))
  if (below === undefined) return texts.issues.least({ least: formatCount(range.min) })
  if (above === undefined) return texts.issues.most({ most: formatCount(below) })
  const choice = { below: formatCount(below), above: formatCount(above) }
  return issue.code === 'not_a_multiple'
    ? texts.issues.steps({ ...choice, increment: formatCount(range.increment) })
    : texts.issues.noPrice({ ...choice, quantity: formatCount(quantity) })
}

interface Nearest {
  /** Absent: nothing can be ordered there. */
  readonly below: string | undefined
  readonly above: string | undefined
}

/** Returns the quantities that can be ordered next to one that cannot. */
function nearest(service: Service, quantity: Decimal): Nearest {
  const text = quantity.toFixed()
  const cut = (tier: Tier): Tier => ({ ...tier, maximum: lesser(tier.maximum, quantity) })
  const [first, ...others] = service.tiers
  const tiers = [cut(first), ...others.map(cut)] as const
  const minimum = quantity.gt(service.minimum) ? text : service.minimum
  return {
    below: orderableRange({ ...service, tiers })?.max,
    above: orderableRange({ ...service, minimum })?.min,
  }
}

function lesser(maximum: string | undefined, quantity: Decimal): string {
  return maximum !== undefined && quantity.gt(maximum) ? maximum : quantity.toFixed()
}
