import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compileService,
  Decimal,
  describeIssue,
  describeProblem,
  lintServices,
  type OrderRequest,
  parseServices,
  prepareOrder,
  type Quote,
  quote,
  type Service,
  type Step,
} from '../src/index.ts'
import { parseVector, vectorLines } from './vectors.ts'

/** Orders of real catalogues that have a price. */
const priced = ['qqtube-quotes', 'panel-quotes'].flatMap(name =>
  vectorLines(name === 'qqtube-quotes' ? name : 'panel-quotes')
    .map(parseVector)
    .filter(({ expect: expected }) => !('issues' in expected)),
)

function serviceOf(upstream: 'qqtube' | 'panel', row: unknown): Service {
  const [service] = parseServices(upstream, [row]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}

function quoteOf(service: Service, order: OrderRequest): Quote {
  const result = quote(service, order)
  if (!result.ok) throw new Error(`unexpected issues: ${JSON.stringify(result.issues)}`)
  return result.quote
}

const rounded = (value: Decimal): string => value.toSignificantDigits(30).toFixed()

function replay(total: Decimal, step: Step): Decimal {
  if (step.kind === 'base') {
    return step.quantity.times(step.tier.price).div(step.tier.pricingPer)
  }
  if (step.kind === 'later') return new Decimal(0)
  return step.kind === 'multiply' ? total.times(step.factor) : total.plus(step.addend)
}

describe('a quote', () => {
  test.each(priced.map((vector, index) => [index, vector] as const))(
    '%i: its steps add up to the total',
    (_, vector) => {
      const { steps, total } = quoteOf(serviceOf(vector.upstream, vector.service), vector.order)
      let running = new Decimal(0)
      for (const step of steps) {
        running = replay(running, step)
        expect(rounded(running)).toBe(rounded(step.total))
      }
      expect(steps.at(-1)?.total.eq(total)).toBe(true)
    },
  )

  const tier = fc
    .record({ price: fc.nat(10_000_000), pricingPer: fc.integer({ min: 1, max: 5000 }) })
    .map(({ price, pricingPer }) => ({
      minimum: '1',
      maximum: '1000000000',
      pricing_per: String(pricingPer),
      price: new Decimal(price).div(100_000).toFixed(),
    }))
  const quantity = fc.integer({ min: 1, max: 1_000_000_000 })

  test('is linear inside one tier', () => {
    fc.assert(
      fc.property(tier, quantity, quantity, (price, left, right) => {
        const service = serviceOf('qqtube', { id_service: '1', prices: [price] })
        const [a, b] = [left, right].map(amount => quoteOf(service, { quantity: amount }).total)
        expect(rounded(a?.times(right) ?? new Decimal(-1))).toBe(rounded(b?.times(left) ?? new Decimal(-2)))
      }),
    )
  })

  test('scales its base as the prices scale', () => {
    fc.assert(
      fc.property(fc.constantFrom(...priced), fc.integer({ min: 1, max: 1000 }), (vector, k) => {
        const service = serviceOf(vector.upstream, vector.service)
        const scale = (price: string): string => new Decimal(price).times(k).toFixed()
        const [first, ...rest] = service.tiers
        const scaled: Service = {
          ...service,
          tiers: [
            { ...first, price: scale(first.price) },
            ...rest.map(other => ({ ...other, price: scale(other.price) })),
          ],
          params: service.params.map(param => ({ ...param, modifier: undefined })),
        }
        const base = quoteOf(service, vector.order).steps[0].total
        expect(rounded(quoteOf(scaled, vector.order).steps[0].total)).toBe(rounded(base.times(k)))
      }),
    )
  })

  test('does not change with the order of object keys', () => {
    const line = fc.constantFrom(...vectorLines('qqtube-quotes'), ...vectorLines('panel-quotes'))
    fc.assert(
      fc.property(line, fc.integer(), (text, seed) => {
        const { upstream, service, order } = parseVector(text)
        const [straight, turned] = [service, reordered(service, seed)].map(row =>
          parseServices(upstream, [row]),
        )
        expect(turned).toEqual(straight)
        const found = straight?.services[0]
        if (found === undefined) throw new Error('the row was not read as a service')
        const shuffled = { ...order, params: shuffle(order.params ?? {}, seed) }
        expect(JSON.stringify(quote(found, shuffled))).toBe(JSON.stringify(quote(found, order)))
      }),
    )
  })
})

function shuffle<Value>(record: Readonly<Record<string, Value>>, seed: number): Record<string, Value> {
  const rank = (text: string): number =>
    Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed)
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => rank(a) - rank(b)))
}

function reordered(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map(item => reordered(item, seed))
  if (typeof value !== 'object' || value === null) return value
  return shuffle(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reordered(item, seed)])),
    seed,
  )
}

describe('whatever comes in', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      ' ',
      '0',
      '1',
      '-1',
      '1e3',
      '1e-7',
      '1e999',
      'NaN',
      'Infinity',
      '0x1f',
      'null',
      '٣٠',
      '\r\n',
      'true',
    ),
    fc.constantFrom(
      'required|min:1',
      'increment:0',
      'minlines:2|maxchar:5',
      'add',
      'multiply',
      '__proto__',
      'constructor',
    ),
  )
  const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
  const wire = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.jsonValue() })
  const record = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map(name => [name, wire])), { requiredKeys: [] })
  const tiers = fc.array(record(['minimum', 'maximum', 'pricing_per', 'price']), { maxLength: 3 })
  const params = fc.array(
    record([
      'field_name',
      'field_validators',
      'is_price_modifier',
      'modify_type',
      'modify_every',
      'modify_by',
      'options',
    ]),
    { maxLength: 3 },
  )
  const qqtubeRow = fc
    .tuple(
      record(['id_service', 'public_name', 'amount_minimum', 'amount_increment', 'is_drip', 'drip_cost']),
      tiers,
      params,
    )
    .map(([row, prices, list]) => ({
      ...row,
      id_service: '46',
      prices: [...prices, { pricing_per: '1', price: '1' }],
      params: list,
    }))
  const panelRow = record(['service', 'type', 'rate', 'min', 'max']).map(row => ({
    ...row,
    service: 'x',
    rate: '1',
  }))
  const order = fc.record({
    quantity: fc.oneof(scalar, fc.constant(undefined)),
    drip: fc.boolean(),
    target: text,
    params: fc.dictionary(
      fc.oneof(text, fc.constantFrom('runs', 'min', 'max', 'comments', 'share_type')),
      scalar,
    ),
  })

  test('nothing throws, and every issue and problem has its sentence', () => {
    const row = fc.oneof(
      fc.tuple(fc.constant('qqtube' as const), qqtubeRow),
      fc.tuple(fc.constant('panel' as const), panelRow),
    )
    fc.assert(
      fc.property(row, order, ([upstream, wireRow], request) => {
        const { services, problems } = parseServices(upstream, [wireRow])
        const found = lintServices(upstream, [wireRow])
        expect(found.slice(0, problems.length)).toEqual(problems)
        for (const problem of found) expect(describeProblem(problem)).toMatch(/\.$/)
        for (const service of services) judgeAnyOrder(service, request)
      }),
      { numRuns: 1000 },
    )
  })

  test('any text is a catalogue or a problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.json()),
        fc.constantFrom('qqtube' as const, 'panel' as const),
        (body, upstream) => {
          const { services, problems } = parseServices(upstream, body)
          expect(services.length + problems.length > 0 || body.includes('[')).toBe(true)
        },
      ),
    )
  })
})

function judgeAnyOrder(service: Service, request: OrderRequest): void {
  const quoted = quote(service, request)
  expect(quote(structuredClone(service), request)).toEqual(quoted)
  const compiled = compileService(service)
  expect(compiled.quote(request)).toEqual(quoted)
  expect(compiled.check(request)).toEqual(quoted.ok ? [] : quoted.issues)
  expect(compiled.total(request)).toBe(quoted.ok ? quoted.quote.total.toFixed() : undefined)
  const result = prepareOrder(service, request)
  if (result.ok) expect(result.quote.total.isNegative()).toBe(false)
  else for (const issue of result.issues) expect(describeIssue(issue)).toMatch(/\.$/)
}
