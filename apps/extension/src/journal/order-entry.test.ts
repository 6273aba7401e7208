import { expect, test } from 'vitest'
import { panelStatus, placedEntry, recordIn } from '../../test/order-entry.ts'
import { type OrderEntry, withRecord } from './order-entry.ts'

const after = (entry: OrderEntry, change: Parameters<typeof panelStatus>[0]): OrderEntry =>
  withRecord(entry, placedEntry(panelStatus(change)).record)

test('the whole charge is what was told before anything was given back', () => {
  const open = after(placedEntry(), { charge: '5' })
  expect(open.wholeCharge).toBe('5')
  const partial = after(open, { state: 'partial', charge: '3' })
  expect([partial.wholeCharge, partial.record.life]).toMatchObject(['5', { status: { charge: '3' } }])
  expect(after(partial, { state: 'canceled', charge: '0' }).wholeCharge).toBe('5')
})

test('what was asked for stays with the order whatever becomes of it', () => {
  const followUps = {
    cancel: { at: '2026-11-22T12:00:00.000Z', ending: { kind: 'missing', orderId: '7' } },
  } as const
  expect(after({ ...placedEntry(), followUps }, {}).followUps).toBe(followUps)
})

test('a new order is its record and nothing else', () => {
  const record = recordIn({ state: 'intent' })
  expect(withRecord(undefined, record)).toStrictEqual({ record })
})
