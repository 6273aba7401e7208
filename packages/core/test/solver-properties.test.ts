import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  affordable,
  betterDeal,
  compareServices,
  Decimal,
  nearest,
  type OrderRequest,
  parseServices,
  priceCurve,
  quote,
  type Service,
  type Tier,
} from '../src/index.ts'

// Small services of every kind, and the plainest oracle: each quantity up to a bound, priced by quote.

const greatest = 42

const price = fc.constantFrom('0', '0.5', '1', '1.5', '2', '3', '0.07', '-1')
const bound = fc.integer({ min: 0, max: 26 })

const tier = fc
  .record({
    minimum: fc.oneof(bound, fc.constantFrom('', '2.5')),
    length: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 15 }) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    pricing_per: fc.constantFrom('1', '3', '7', '10', '1000'),
    price,
  })
  .map(({ minimum, length, ...rest }) => ({
    ...rest,
    minimum,
    maximum: length === '' ? '' : Number(minimum) + Number(length),
  }))

const modifier = fc.record({
  field_validators: fc.constantFrom('', 'required', 'min:2|max:9', 'minlines:2'),
  is_price_modifier: fc.constantFrom('1', '0'),
  modify_type: fc.constantFrom('add', 'multiply'),
  modify_every: fc.constantFrom('1', '3', '-2', '0'),
  modify_by: fc.constantFrom('0', '1', '-1', '2.5', '-0.3'),
})

const value = fc.constantFrom('', '0', '1', '5', '2.5', 'text', 'a\n\nb\nc')

const qqtube = fc
  .record({
    amount_minimum: fc.oneof(bound, fc.constantFrom('', '2.5')),
    amount_increment: fc.constantFrom('', '1', '2', '5', '10', '2.5'),
    is_drip: fc.constantFrom('1', '0'),
    drip_cost: fc.constantFrom('0', '0.3', '-0.4', ''),
    prices: fc.array(tier, { minLength: 1, maxLength: 5 }),
    params: fc.array(fc.tuple(modifier, value), { maxLength: 3 }),
    drip: fc.boolean(),
  })
  .map(({ params, drip, ...row }) => ({
    upstream: 'qqtube' as const,
    row: {
      ...row,
      id_service: '1',
      params: params.map(([param], index) => ({ ...param, field_name: `p${index}` })),
    },
    order: { drip, params: Object.fromEntries(params.map(([, given], index) => [`p${index}`, given])) },
  }))

const panel = fc
  .record({
    type: fc.constantFrom(
      'Default',
      'Custom Comments',
      'Package',
      'Subscriptions',
      'Poll',
      'Comment Replies',
    ),
    rate: price,
    min: fc.oneof(bound, fc.constant('')),
    max: fc.oneof(bound, fc.constant('')),
    params: fc.constantFrom(
      {},
      { runs: '3', interval: '5' },
      { runs: '3' },
      { answer_number: '2' },
      { username: 'x' },
    ),
  })
  .map(({ params, ...row }) => ({
    upstream: 'panel' as const,
    row: { ...row, service: '1' },
    order: { params },
  }))

const asked = fc
  .oneof({ weight: 3, arbitrary: qqtube }, { weight: 1, arbitrary: panel })
  .chain(({ upstream, row, order }) => {
    const [service] = parseServices(upstream, [row]).services
    return service === undefined ? fc.constant(undefined) : fc.constant({ service, order })
  })
  .filter(found => found !== undefined)

/** An order of a quantity, however the service is told it; `undefined` if it cannot be told. */
function orderOf(service: Service, order: OrderRequest, quantity: number): OrderRequest | undefined {
  const { quantitySource } = service
  if (quantitySource.kind === 'given') return { ...order, quantity: String(quantity) }
  if (quantitySource.kind === 'one') return quantity === 1 ? order : undefined
  if (quantitySource.kind === 'later') return undefined
  const counted = Array.from({ length: quantity }, () => 'line').join('\n')
  return { ...order, params: { ...order.params, [quantitySource.param]: counted } }
}

interface Found {
  readonly quantity: number
  readonly total: Decimal
}

function pricedUpTo(service: Service, order: OrderRequest): readonly Found[] {
  return Array.from({ length: greatest }, (_, index) => index + 1).flatMap(quantity => {
    const request = orderOf(service, order, quantity)
    const result = request === undefined ? undefined : quote(service, request)
    return result?.ok === true ? [{ quantity, total: result.quote.total }] : []
  })
}

function orderableUpTo(service: Service): readonly number[] {
  return Array.from({ length: greatest }, (_, index) => index + 1).filter(quantity => {
    const request = orderOf(service, {}, quantity)
    if (request === undefined) return false
    const path = service.quantitySource.kind === 'lines' ? service.quantitySource.param : 'quantity'
    const result = quote(service, request)
    return result.ok || !result.issues.some(issue => issue.path === path && issue.code !== 'negative_total')
  })
}

/** The same service with an end to tiers that have none. */
function endingAt(service: Service, maximum: string): Service {
  const [first, ...rest] = service.tiers
  const ended = (other: Tier): Tier => ({ ...other, maximum: other.maximum ?? maximum })
  return { ...service, tiers: [ended(first), ...rest.map(ended)] }
}

const ended = asked.map(({ service, order }) => ({ service: endingAt(service, String(greatest)), order }))

/** A budget as text, or the place of the quantity whose total it is. */
const budget = fc.oneof(fc.constantFrom('0', '0.5', '3', '7.25', '-1'), fc.nat({ max: greatest }))

describe('for any small service', () => {
  test('nearest gives orderable quantities, and none is between', () => {
    fc.assert(
      fc.property(ended, fc.integer({ min: -2, max: greatest + 9 }), ({ service }, quantity) => {
        const orderable = orderableUpTo(service)
        const { below, above } = nearest(service, String(quantity))
        expect(below?.toFixed()).toBe(orderable.findLast(other => other < quantity)?.toFixed())
        expect(above?.toFixed()).toBe(orderable.find(other => other > quantity)?.toFixed())
      }),
      { numRuns: 300 },
    )
  })

  test('affordable gives the greatest quantity within the budget, also if the budget is a total that was shown', () => {
    fc.assert(
      fc.property(ended, budget, ({ service, order }, money) => {
        const priced = pricedUpTo(service, order)
        const shown = typeof money === 'number' ? priced[money % (priced.length + 1)]?.total.toFixed() : money
        const limit = shown ?? '1'
        const expected = priced.findLast(({ total }) => total.lte(limit))
        expect(affordable(service, order, limit)?.toFixed()).toBe(expected?.quantity.toFixed())
      }),
      { numRuns: 400 },
    )
  })

  test('a better deal is the cheapest greater quantity that costs no more, and the greatest of the cheapest', () => {
    fc.assert(
      fc.property(ended, fc.nat({ max: greatest }), ({ service, order }, quantity) => {
        const priced = pricedUpTo(service, order)
        const current = priced.find(found => found.quantity === quantity)
        const offers = priced.filter(found => found.quantity > quantity && current?.total.gte(found.total))
        const least = Decimal.min(...offers.map(({ total }) => total), Infinity)
        const best = offers.findLast(({ total }) => total.eq(least))
        const request = orderOf(service, order, quantity)
        const better = request === undefined ? undefined : betterDeal(service, request)
        expect(better?.quantity.toFixed()).toBe(best?.quantity.toFixed())
        expect(better?.total.toFixed()).toBe(best?.total.toFixed())
      }),
      { numRuns: 400 },
    )
  })

  test('the price curve has every quantity that has a price, and its total by interpolation', () => {
    fc.assert(
      fc.property(ended, ({ service, order }) => {
        const priced = pricedUpTo(service, order)
        const curve = priceCurve(service, order)
        for (const { quantity, total } of priced) {
          const stretch = curve.find(({ from, to }) => from.lte(quantity) && to?.gte(quantity))
          const interpolated = stretch?.unitPrice
            .times(stretch.from.minus(quantity).neg())
            .plus(stretch.totalAtFrom)
          expect(interpolated?.toSignificantDigits(30).toFixed()).toBe(
            total.toSignificantDigits(30).toFixed(),
          )
        }
        const ends = curve.flatMap(({ from, to, totalAtFrom, totalAtTo }) => [
          [from.toFixed(), totalAtFrom.toFixed()],
          [to?.toFixed(), totalAtTo?.toFixed()],
        ])
        const known = priced.map(({ quantity, total }) => [quantity.toFixed(), total.toFixed()])
        for (const end of ends) expect(known).toContainEqual(end)
      }),
      { numRuns: 250 },
    )
  })

  test('a tier without end answers as one whose end is far away', () => {
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom('0', '0.5', '7.25'),
        fc.nat({ max: greatest }),
        ({ service, order }, money, quantity) => {
          const far = endingAt(service, '1000000000000000')
          const isFar = (found: Decimal | undefined): boolean => found?.gt('100000000000000') === true
          const [bought, known] = [service, far].map(any => affordable(any, order, money))
          expect(bought?.toFixed()).toBe(isFar(known) ? undefined : known?.toFixed())
          const request = orderOf(service, order, quantity)
          if (request === undefined) return
          const [better, deal] = [service, far].map(any => betterDeal(any, request))
          expect(better?.quantity.toFixed()).toBe(
            isFar(deal?.quantity) ? undefined : deal?.quantity.toFixed(),
          )
        },
      ),
      { numRuns: 250 },
    )
  })

  test('compareServices gives the quotes, the priced ones first, by total and then by place', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 6 }), fc.constantFrom('5', '20', '30'), (list, quantity) => {
        const services = list.map(({ service }) => service)
        const order = { ...list[0]?.order, quantity }
        const compared = compareServices(services, order)
        expect(compared.map(({ result }) => result)).toEqual(
          compared.map(({ service }) => quote(service, order)),
        )
        const places = compared.map(({ service }) => services.indexOf(service))
        expect(places.toSorted((left, right) => left - right)).toEqual([...services.keys()])
        const keys = compared.map(({ result }, index) => ({
          total: result.ok ? result.quote.total : new Decimal(Infinity),
          place: places[index] ?? -1,
        }))
        for (const [index, key] of keys.slice(1).entries()) {
          const before = keys[index]
          expect(
            before?.total.lt(key.total) || (before?.total.eq(key.total) && before.place < key.place),
          ).toBe(true)
        }
      }),
    )
  })
})
