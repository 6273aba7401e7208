import { matchesFilter } from '@orderwright/outbox'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { anyOrder } from '../../../test/any-order.ts'
import { entryIn, placedState, recordIn } from '../../../test/order-entry.ts'
import { storeEntries } from '../../../test/store-entry.ts'
import { orderById } from './order-history.ts'
import { orderStore } from './order-store.ts'

const anyFilter = fc.record(
  {
    accountIds: fc.subarray(['a', 'b', 'c']),
    states: fc.subarray(['queued', 'unknown', 'open', 'closed', 'rejected'] as const),
    orderIds: fc.subarray(['7', '8', '9']),
  },
  { requiredKeys: [] },
)

test('lists what fits, by whichever index it goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyOrder, { maxLength: 12 }), anyFilter, async (entries, filter) => {
      vi.stubGlobal('indexedDB', new IDBFactory())
      await storeEntries(...entries)
      const wanted = entries.map(({ record }) => record).filter(record => matchesFilter(record, filter))
      const listed = await orderStore.list(filter)
      expect(listed.map(({ id }) => id).toSorted()).toStrictEqual(wanted.map(({ id }) => id).toSorted())
    }),
    { numRuns: 60 },
  )
})

test('an update is one step: of those at the same time each sees the one before', async () => {
  const count = (): Promise<number> =>
    orderStore.update('t', (current = recordIn({ name: 'queued' }, { attempt: 0 })) => {
      const store = { ...current, attempt: current.attempt + 1 }
      return { store, value: store.attempt }
    })
  const values = await Promise.all(Array.from({ length: 8 }, count))
  expect(values.toSorted()).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect((await orderStore.get('t'))?.attempt).toBe(8)
})

test('an update that stores nothing leaves everything', async () => {
  expect(await orderStore.update('t', current => ({ value: current?.id }))).toBeUndefined()
  expect(await orderById('t')).toBeUndefined()
})

test('an update whose change throws leaves the record as it was', async () => {
  await orderStore.update('t', () => ({ store: recordIn({ name: 'queued' }), value: undefined }))
  const failing = orderStore.update('t', () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await orderStore.get('t'))?.state).toStrictEqual({ name: 'queued' })
})

test('what was asked for stays with an order whatever becomes of it, and a new one has nothing beside its record', async () => {
  const cancel = { at: '2026-11-22T12:00:00.000Z', outcome: { kind: 'missing', orderId: '7' } } as const
  await storeEntries({ ...entryIn(placedState(), { id: 'asked' }), actions: { cancel } })
  for (const id of ['asked', 'new']) {
    await orderStore.update(id, () => ({
      store: recordIn({ name: 'submitting' }, { id }),
      value: undefined,
    }))
  }
  const record = (id: string) => recordIn({ name: 'submitting' }, { id })
  expect(await orderById('asked')).toStrictEqual({ record: record('asked'), actions: { cancel } })
  expect(await orderById('new')).toStrictEqual({ record: record('new') })
})
