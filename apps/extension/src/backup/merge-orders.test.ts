import { type OrderState, orderIdOf } from '@orderwright/outbox'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyState } from '../../test/any-order.ts'
import { entryIn, madeAt, panelStatus, placedState, unknownState } from '../../test/order-entry.ts'
import { asImported, mergeOrder } from './merge-orders.ts'

const accepted = placedState()
const open = placedState(panelStatus())
const finished = placedState(panelStatus({ isFinal: true, state: 'completed' }))
const rejected: OrderState = { name: 'rejected', messages: [], httpStatus: 200 }
const closed: OrderState = { name: 'not_placed', by: 'person' }
const sending: OrderState = { name: 'submitting' }
const notSent: OrderState = { name: 'not_sent', reason: { code: 'interrupted' } }

describe('an order that is here and in a file', () => {
  test.each<[string, OrderState, OrderState, OrderState]>([
    ['unknown here, placed there', unknownState, accepted, unknownState],
    ['unknown here, finished there', unknownState, finished, unknownState],
    ['unknown here, refused there', unknownState, rejected, unknownState],
    ['unknown here, not sent there', unknownState, notSent, unknownState],
    ['placed here, unknown there', accepted, unknownState, accepted],
    ['unknown here, found not to be placed there', unknownState, closed, unknownState],
    ['found not to be placed here, unknown there', closed, unknownState, closed],
    ['found not to be placed here, placed there', closed, accepted, accepted],
    ['placed here, refused there', accepted, rejected, accepted],
    ['refused here, placed there', rejected, accepted, accepted],
    ['refused here, not sent there', rejected, notSent, rejected],
    ['found not to be placed here, refused there', closed, rejected, closed],
    ['under way here, finished there', open, finished, finished],
    ['finished here, under way there', finished, open, finished],
    ['without a status here, with one there', accepted, open, open],
    ['another number there', accepted, { name: 'accepted', orderId: '8' }, accepted],
    ['on its way here, unknown there', sending, unknownState, sending],
    ['on its way here, refused there', sending, rejected, sending],
    ['on its way here, placed there', sending, accepted, sending],
  ])('%s', (_, here, there, outcome) =>
    expect(mergeOrder(entryIn(here), entryIn(there)).record.state).toStrictEqual(outcome),
  )

  test('keeps what was asked for since, of both', () => {
    const at = '2026-11-22T12:00:00.000Z'
    const cancel = { at, outcome: { kind: 'accepted', orderId: '7' } } as const
    const there = { ...entryIn(open, { wholeCharge: '4' }), actions: { cancel } }
    expect(mergeOrder(entryIn(open), there)).toStrictEqual(there)
    expect(mergeOrder(there, entryIn(open))).toBe(there)
    expect(mergeOrder(entryIn({ name: 'accepted', orderId: '8' }), there).actions).toBeUndefined()
  })

  test('no doubt is ended and none begun, and no placed order is lost', () => {
    fc.assert(
      fc.property(anyState, anyState, (here, there) => {
        const own = entryIn(here)
        const { record } = mergeOrder(own, entryIn(there, { wholeCharge: '4' }))
        const isOpen = ['queued', 'submitting', 'unknown'].includes(here.name)
        if (isOpen) {
          expect(record).toBe(own.record)
          return
        }
        const numbers = [here, there].map(state => orderIdOf({ state })).filter(id => id !== undefined)
        if (numbers.length > 0) expect(orderIdOf(record)).toBe(numbers[0])
        expect(['queued', 'submitting', 'unknown']).not.toContain(record.state.name)
        if (numbers.length === 0) expect(record.state).toStrictEqual(here)
        if (here.name === 'closed') expect(record.state).toStrictEqual(here)
      }),
    )
  })

  test('merged twice it is as merged once', () => {
    fc.assert(
      fc.property(anyState, anyState, (here, there) => {
        const once = mergeOrder(entryIn(here), entryIn(there))
        expect(mergeOrder(once, entryIn(there))).toBe(once)
      }),
    )
  })
})

test.each<[OrderState, string]>([
  [{ name: 'queued' }, 'unknown'],
  [sending, 'unknown'],
  [accepted, 'accepted'],
  [{ name: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent'],
])('an order that is in a file alone as %j is here as %s', (state, name) => {
  const { record } = asImported(entryIn(state), madeAt + 5)
  expect(record.state.name).toBe(name)
  if (name === 'unknown') expect([record.sentAt, record.state]).toMatchObject([madeAt, { since: madeAt + 5 }])
})
