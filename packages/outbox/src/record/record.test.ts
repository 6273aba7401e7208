import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleOrder, sampleRecord, sampleStates } from '../../test/samples.ts'
import { fingerprintOf, signatureOf } from './record.ts'
import type { OrderRecord } from './record-schema.ts'

const order = { ...sampleOrder, params: { comments: 'a', minutes: '30' } }
const record = sampleRecord(sampleStates.accepted, { order })

function isSameRequest(left: OrderRecord, right: OrderRecord): boolean {
  return fingerprintOf(left) === fingerprintOf(right)
}

test.each([
  ['of itself', {}, true],
  [
    'with its params in another order',
    { order: { ...order, params: { minutes: '30', comments: 'a' } } },
    true,
  ],
  ['of another price', { confirmed: { ...record.confirmed, total: '3' } }, true],
  ['through another account', { accountId: 'b' }, false],
  ['of another service', { order: { ...order, serviceId: '4' } }, false],
  ['for another target', { order: { ...order, target: 'https://example.com' } }, false],
  ['without a target', { order: { ...order, target: undefined } }, false],
  ['of another quantity', { order: { ...order, quantity: '2000' } }, false],
  ['by drip', { order: { ...order, drip: true } }, false],
  ['with another param', { order: { ...order, params: { comments: 'b', minutes: '30' } } }, false],
  ['with a param more', { order: { ...order, params: { ...order.params, geo: 'TR' } } }, false],
  ['for a customer', { meta: { customer: '7' } }, false],
  ['with a param less', { order: { ...order, params: { comments: 'a' } } }, false],
] as const)('a request %s is the same: %s', (_, change, isSame) => {
  expect(isSameRequest(record, { ...record, ...change })).toBe(isSame)
})

test('a signature is that of the order, not of the spaces around its target', () => {
  const padded = { ...record, order: { ...order, target: ` ${order.target}\n` } }
  expect(signatureOf(padded)).toBe(signatureOf(record))
  expect(signatureOf({ ...record, order: { ...order, target: undefined } })).not.toBe(signatureOf(record))
})

test('a param whose name every object inherits is one like any other', () => {
  const names = fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty')
  fc.assert(
    fc.property(names, fc.string(), (name, value) => {
      const withParam = { ...record, order: { ...order, params: Object.fromEntries([[name, value]]) } }
      const without = { ...record, order: { ...order, params: Object.fromEntries([['other', value]]) } }
      expect(isSameRequest(withParam, structuredClone(withParam))).toBe(true)
      expect(isSameRequest(withParam, without)).toBe(false)
    }),
  )
})
