import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLife } from '../../test/any-order.ts'
import { acceptedEntry, panelStatus } from '../../test/order-entry.ts'
import type { OrderLife } from '../outbox/order-life.ts'
import { asImported, mergeOrder } from './merge-order.ts'

const entry = (life: OrderLife) => ({ ...acceptedEntry(), life })
const isKnown = ({ kind }: OrderLife): boolean => ['accepted', 'rejected', 'not_sent'].includes(kind)

const unknown: OrderLife = { kind: 'unknown', reason: 'No answer.', search: undefined }
const accepted = acceptedEntry().life
const finished = acceptedEntry({ status: panelStatus({ isFinal: true, state: 'completed' }) }).life
const open = acceptedEntry({ status: panelStatus() }).life
const rejected: OrderLife = { kind: 'rejected', messages: [] }
const cancel = { at: '2026-11-22T12:00:00.000Z', ending: { kind: 'accepted', orderId: '7' } } as const

describe('an order that is here and in a file', () => {
  test.each<[string, OrderLife, OrderLife, OrderLife]>([
    ['unknown here, accepted there', unknown, accepted, accepted],
    ['accepted here, unknown there', accepted, unknown, accepted],
    ['unknown here, looked for and closed there', unknown, { kind: 'closed' }, { kind: 'closed' }],
    ['closed here, unknown there', { kind: 'closed' }, unknown, { kind: 'closed' }],
    ['closed here, accepted there', { kind: 'closed' }, accepted, accepted],
    ['accepted here, refused there', accepted, rejected, accepted],
    ['refused here, accepted there', rejected, accepted, rejected],
    ['under way here, finished there', open, finished, finished],
    ['finished here, under way there', finished, open, finished],
    ['without a status here, with one there', accepted, open, open],
    ['another number there', accepted, acceptedEntry({ orderId: '8' }).life, accepted],
    ['on its way here, unknown there', { kind: 'sending' }, unknown, { kind: 'sending' }],
    ['on its way here, accepted there', { kind: 'sending' }, accepted, accepted],
    [
      'canceled there',
      open,
      acceptedEntry({ status: panelStatus(), followUps: { cancel } }).life,
      acceptedEntry({ status: panelStatus(), followUps: { cancel } }).life,
    ],
  ])('%s', (_, here, there, outcome) =>
    expect(mergeOrder(entry(here), entry(there)).life).toStrictEqual(outcome),
  )

  test('a known outcome is never turned into another, or into a worse one', () => {
    fc.assert(
      fc.property(anyLife, anyLife, (here, there) => {
        const { life } = mergeOrder(entry(here), entry(there))
        if (!isKnown(here)) return
        expect(life.kind).toBe(here.kind)
        if (here.kind === 'accepted' && life.kind === 'accepted') {
          expect(life.orderId).toBe(here.orderId)
          if (here.status?.isFinal === true) expect(life.status).toStrictEqual(here.status)
          expect(life).toMatchObject({ ...here, status: life.status })
        }
      }),
    )
  })

  test('merged twice it is as merged once', () => {
    fc.assert(
      fc.property(anyLife, anyLife, (here, there) => {
        const once = mergeOrder(entry(here), entry(there))
        expect(mergeOrder(once, entry(there))).toBe(once)
      }),
    )
  })
})

test.each<[OrderLife, string]>([
  [{ kind: 'intent' }, 'unknown'],
  [{ kind: 'sending' }, 'unknown'],
  [accepted, 'accepted'],
  [{ kind: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent'],
])('an order that is in a file alone as %j is here as %s', (life, kind) =>
  expect(asImported(entry(life)).life.kind).toBe(kind),
)
