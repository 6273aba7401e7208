import type { OrderRecord } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { orderRecord, trackedRecord } from '../../test/order-record.ts'
import { describeCharge } from './describe-charge.ts'

test.each([
  ['nothing before the upstream has told', orderRecord({ name: 'accepted', orderId: '7' }), undefined],
  ['nothing for the price that was agreed to', trackedRecord({ charge: '4.00' }), undefined],
  [
    'nothing where only a figure was rounded',
    agreedAt('4.0042', trackedRecord({ charge: '4.004' })),
    undefined,
  ],
  [
    'more',
    trackedRecord({ charge: '4.5' }),
    'Order 7 was charged $4.50, $0.50 more than the $4.00 you agreed to.',
  ],
  [
    'less',
    trackedRecord({ charge: '3.99' }),
    'Order 7 was charged $3.99, $0.01 less than the $4.00 you agreed to.',
  ],
  [
    'in the currency that the upstream names',
    trackedRecord({ charge: '5', currency: 'EUR' }),
    'Order 7 was charged €5.00, €1.00 more than the €4.00 you agreed to.',
  ],
  [
    'nothing where the charge fell by what was not delivered',
    trackedRecord({ state: 'partial', charge: '3', remains: 250 }),
    undefined,
  ],
  [
    'more than what was delivered comes to',
    trackedRecord({ state: 'partial', charge: '3.50', remains: 250 }),
    'Order 7 was charged $3.50, $0.50 more than the $3.00 due for what was delivered.',
  ],
])('%s', (_, record, sentence) => {
  expect(describeCharge(record)).toBe(sentence)
})

function agreedAt(total: string, record: OrderRecord): OrderRecord {
  return { ...record, confirmed: { ...record.confirmed, total } }
}
