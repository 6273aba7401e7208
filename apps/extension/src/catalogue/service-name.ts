import {
  Decimal,
  orderableRange,
  parseDecimal,
  type Service,
  type ServiceFlags,
  type Tier,
} from '@orderwright/core'

/** What the picker finds a service by and shows of it. A catalogue's are read all at once, the rest of a service when it is chosen. */
export interface ServiceName {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly price: ServicePrice
  /** What it allows once it is ordered. */
  readonly flags: ServiceFlags
  /** Id, name and category, folded: what is searched. */
  readonly text: string
}

/** The lowest price of a service, as decimal strings. */
export interface ServicePrice {
  readonly amount: string
  /** For how many pieces; absent if it is for the whole, as for a package. */
  readonly per?: string
  /** Whether other quantities may have another price. */
  readonly isLowest: boolean
}

/** Returns the names of a catalogue's services, in their order. */
export function serviceNames(services: readonly Service[]): readonly ServiceName[] {
  return services.map(service => {
    const { id, name, category, flags } = service
    return { id, name, category, flags, price: priceOf(service), text: folded(`${id} ${name} ${category}`) }
  })
}

/** Returns the lowest price for each unit, of the tiers that can be ordered in if there are any. */
export function priceOf(service: Service): ServicePrice {
  const tiers = orderableTiers(service)
  const cheapest = tiers.reduce(
    (best, tier) => (unitPrice(tier).lt(unitPrice(best)) ? tier : best),
    tiers[0] ?? service.tiers[0],
  )
  const isLowest = tiers.length > 1
  if (service.quantitySource.kind === 'one') return { amount: cheapest.price, isLowest }
  return { amount: cheapest.price, per: cheapest.pricingPer, isLowest }
}

function orderableTiers(service: Service): readonly Tier[] {
  const { tiers } = service
  // Most of 10,000 services have one tier, and to calculate a range takes a while.
  if (tiers.length === 1) return tiers
  const orderable = tiers.filter(tier => orderableRange({ ...service, tiers: [tier] }) !== undefined)
  return orderable.length === 0 ? tiers : orderable
}

function unitPrice({ price, pricingPer }: Tier): Decimal {
  return (parseDecimal(price) ?? new Decimal(0)).div(parseDecimal(pricingPer) ?? 1)
}

/** Returns a text without what does not matter to someone who searches: case, accents, what cannot be seen. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}#]+/gu, '')
    .toLowerCase()
    .replace(/[łøđðħŧıßæœþŋς]/g, letter => letters.get(letter) ?? letter)
}

/** Letters that are no other letter with a mark to Unicode, by what is typed for them on a keyboard without. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ŋ', 'n'],
  ['ς', 'σ'],
])
