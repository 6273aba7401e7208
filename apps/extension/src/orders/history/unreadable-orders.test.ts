import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { anyOrder } from '../../../test/any-order.ts'
import { entryIn, placedEntry, unknownState } from '../../../test/order-entry.ts'
import { storeEntries } from '../../../test/store-entry.ts'
import { importOrders } from '../../backup/import.background.ts'
import { listSetAside, readSetAside } from '../../platform/set-aside.ts'
import { withOrders } from './database.ts'
import { isReadableOrder } from './is-readable-order.ts'
import { allOrders, orderById, ordersOf } from './order-history.ts'

const good = placedEntry(undefined, { id: 'good' })

/** As no version writes them: of a later one, or damaged. */
const rows: readonly string[] = [
  JSON.stringify({ record: { ...good.record, id: 'later', state: { name: 'teleported' } } }),
  JSON.stringify({ record: { ...good.record, id: 'numberless', state: { name: 'accepted' } } }),
  '{"record":{"id":"bare","accountId":"a"}}',
  '{"record":{"id":"of nobody"}}',
]

beforeEach(async () => {
  await storeEntries(good)
  await withOrders(async database => {
    for (const row of rows) await database.put('orders', JSON.parse(row))
  })
})

const setAside = async (): Promise<readonly string[]> => {
  const found = await Promise.all((await listSetAside()).map(readSetAside))
  return found.map(row => JSON.stringify(row)).toSorted()
}

test('orders that nobody can read are set aside, and hide no others', async () => {
  expect(await allOrders()).toStrictEqual([good])
  expect(await setAside()).toStrictEqual(rows.toSorted())
  expect(await allOrders()).toStrictEqual([good])
  expect(await setAside()).toHaveLength(rows.length)
})

test('two screens that find them at once set each aside once', async () => {
  expect(await Promise.all([allOrders(), ordersOf('a')])).toStrictEqual([[good], [good]])
  expect(await setAside()).toStrictEqual(rows.toSorted())
})

test('one that is asked for is set aside too', async () => {
  expect(await orderById('bare')).toBeUndefined()
  expect(await setAside()).toStrictEqual(['{"record":{"id":"bare","accountId":"a"}}'])
})

test('an import goes on', async () => {
  const other = entryIn(unknownState, { id: 'other' })
  expect(await importOrders([other], 0)).toMatchObject({ added: [{ count: 1 }] })
})

test('whatever the outbox stores can be read', () => {
  fc.assert(fc.property(anyOrder, entry => isReadableOrder(entry)))
})
