import { parseServices, quote, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import { describeStep, type StepLine } from './describe-step.ts'

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

function modifier(name: string, label: string, type: string, every: string, by: string): object {
  return {
    field_name: name,
    field_label: label,
    field_validators: '',
    is_price_modifier: 'true',
    modify_type: type,
    modify_every: every,
    modify_by: by,
    options: [],
  }
}

test('each kind of step is told in words, with its running total', () => {
  const result = quote(service(), {
    quantity: '2000',
    drip: true,
    params: { minutes: '30', boost: '2', notes: 'one\ntwo' },
  })
  const lines = result.ok ? result.quote.steps.map(step => describeStep(step, 'USD', 'Quantity')) : []
  expect(lines).toStrictEqual<StepLine[]>([
    { label: 'Quantity', working: '2,000 × $2.50 per 1,000', effect: '$5.00', total: '5' },
    { label: 'Minutes', working: '30 ÷ 10', effect: '× 3', total: '15' },
    { label: 'Boost', working: '2 × 1.5', effect: '× 3', total: '45' },
    { label: 'Notes', working: '2 × $0.10 each', effect: '+ $0.20', total: '45.2' },
    { label: 'Drip', working: '2,000 × $0.25 per 100', effect: '+ $5.00', total: '50.2' },
  ])
})
