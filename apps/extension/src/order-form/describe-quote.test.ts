import { parseServices, quote, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import { describeQuote, type StepLine } from './describe-quote.ts'

function service(): Service {
  const [first] = parseServices('qqtube', [
    {
      id_service: '7',
      public_name: 'Sample views',
      type_name: 'Views',
      amount_minimum: '100',
      amount_increment: '100',
      is_drip: '1',
      drip_cost: '0.25',
      prices: [{ minimum: '100', maximum: '5000', pricing_per: '1000', price: '2.50' }],
      params: [
        modifier('minutes', 'Minutes', 'multiply', '10', '1'),
        modifier('boost', 'Boost', 'multiply', '1', '1.5'),
        modifier('notes', 'Notes', 'add', '1', '0.1'),
      ],
    },
  ]).services
  if (first === undefined) throw new Error('the sample row did not parse')
  return first
}

function modifier(
  name: string,
  label: string,
  type: string,
  every: string,
  by: string,
  options: readonly object[] = [],
): object {
  return {
    field_name: name,
    field_label: label,
    field_validators: '',
    is_price_modifier: 'true',
    modify_type: type,
    modify_every: every,
    modify_by: by,
    options,
  }
}

test('each kind of step is told in words, with its running total', () => {
  const result = quote(service(), {
    quantity: '2000',
    drip: true,
    params: { minutes: '30', boost: '2', notes: 'one\ntwo' },
  })
  expect(result.ok && describeQuote(result.quote, service(), 'USD').lines).toStrictEqual<StepLine[]>([
    { label: 'Quantity', working: '2,000 × $2.50 per 1,000', effect: '$5.00', total: '5' },
    { label: 'Minutes', working: '30 is 3 × 10', effect: '× 3', total: '15' },
    { label: 'Boost', working: '2 × 1.5', effect: '× 3', total: '45' },
    { label: 'Notes', working: '2 × $0.10 each', effect: '+ $0.20', total: '45.2' },
    { label: 'Drip', working: '2,000 × $0.25 per 100', effect: '+ $5.00', total: '50.2' },
  ])
})

test.each([
  ['60', '30', '1', '60 s is 2 × 30 s'],
  ['45', '30', '1', '45 s is 1.5 × 30 s'],
  ['60', '30', '1.05', '60 s is 2 × 30 s, each × 1.05'],
  ['50', '30', '1', '50 s ÷ 30 s'],
  ['50', '30', '2', '50 s ÷ 30 s × 2'],
  ['2', '1', '1.5', '2 s × 1.5'],
  ['7', '7', '1', '7 is 1 × 7'],
])('a factor of %s by %s, times %s, says how it comes about', (provided, every, by, working) => {
  const unit = provided === '7' ? 'a week' : `${provided} s`
  const watched = modifier('watched', 'Watched', 'multiply', every, by, [{ name: unit, value: provided }])
  const [multiplied] = parseServices('qqtube', [
    { id_service: '1', prices: [{ pricing_per: '1000', price: '1' }], params: [watched] },
  ]).services
  const result = multiplied && quote(multiplied, { quantity: '1000', params: { watched: provided } })
  expect(result?.ok === true && describeQuote(result.quote, multiplied, 'USD').lines[1]?.working).toBe(
    working,
  )
})

test('the amounts of a list have as many decimals as the one that needs most, the total among them', () => {
  const result = quote(service(), { quantity: '100', params: { minutes: '10', boost: '0.5', notes: 'one' } })
  if (!result.ok) throw new Error('the order has issues')
  const { lines, decimals } = describeQuote(result.quote, service(), 'USD')
  expect(lines.map(({ effect }) => effect)).toStrictEqual(['$0.2500', '× 1', '× 0.75', '+ $0.1000'])
  expect([result.quote.total.toFixed(), decimals]).toStrictEqual(['0.2875', 4])
})
