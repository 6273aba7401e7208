import { expect, test } from 'vitest'
import { reconcileOrder } from './reconcile-order.ts'

const confirmed = { total: '15', delivers: '1000', isChargedLater: false }
const sampleStatus = { charge: '2.5', refund: undefined, state: 'in_progress', remains: 550 }

test.each([
  ['in full', { charge: '15' }, 'equal', '0', false],
  ['in other digits', { charge: '15.000' }, 'equal', '0', false],
  ['more', { charge: '15.01' }, 'dearer', '0.01', false],
  ['less', { charge: '14.99' }, 'cheaper', '-0.01', false],
  ['with a figure rounded down', { charge: '14.991' }, 'cheaper', '-0.009', false],
  ['with the refund beside it', { charge: '15', refund: '3' }, 'equal', '0', false],
  ['for what was delivered', { charge: '12', state: 'partial', remains: 200 }, 'equal', '0', false],
  ['in full though it is partial', { charge: '15', state: 'partial', remains: 200 }, 'equal', '0', false],
  ['too much for its part', { charge: '13', state: 'partial', remains: 200 }, 'dearer', '1', false],
  ['nothing for nothing delivered', { charge: '0', state: 'partial', remains: 1000 }, 'equal', '0', false],
  ['nothing when canceled', { charge: '0', state: 'canceled' }, 'equal', '0', false],
  ['in full though it is canceled', { charge: '15', state: 'canceled' }, 'equal', '0', false],
  ['less for no reason', { charge: '12', remains: 200 }, 'cheaper', '-3', false],
] as const)('charged %s', (_, change, verdict, difference, isRounding) => {
  const result = reconcileOrder(confirmed, { ...sampleStatus, ...change })
  expect([result?.verdict, result?.difference.toFixed(), result?.isRounding]).toEqual([
    verdict,
    difference,
    isRounding,
  ])
})

test('the pieces of all runs count, and what nobody counted is not guessed', () => {
  const partial = { ...sampleStatus, charge: '12', state: 'partial', remains: 2000 } as const
  expect(reconcileOrder({ ...confirmed, delivers: '10000' }, partial)?.verdict).toBe('equal')
  expect(reconcileOrder({ ...confirmed, delivers: null }, partial)).toBeUndefined()
  expect(reconcileOrder({ ...confirmed, delivers: null }, { ...partial, charge: '16' })?.verdict).toBe(
    'dearer',
  )
})

test.each([
  ['5.0099', '5.01', true],
  ['5.0099', '5.00', true],
  ['5.0099', '5', true],
  ['5.4', '5', false],
  ['5.00', '5.01', false],
  ['0.080116556523', '0.08011655652', true],
  ['0.0801165565', '0.08011655652', false],
])('%s charged as %s differs by rounding alone: %s', (total, charge, isRounding) => {
  expect(reconcileOrder({ ...confirmed, total }, { ...sampleStatus, charge })?.isRounding).toBe(isRounding)
})

test('there is nothing to compare before a charge, or if it comes later', () => {
  expect(reconcileOrder(confirmed, { ...sampleStatus, charge: undefined })).toBeUndefined()
  expect(reconcileOrder(confirmed, { ...sampleStatus, charge: 'soon' })).toBeUndefined()
  expect(reconcileOrder({ ...confirmed, isChargedLater: true }, sampleStatus)).toBeUndefined()
})

test('a total that is no number is misuse', () => {
  expect(() => reconcileOrder({ ...confirmed, total: 'x' }, sampleStatus)).toThrow(TypeError)
})
