import { openDB } from 'idb'
import { expect, test, vi } from 'vitest'
import { earlierLives, earlierRow } from '../../../test/earlier-rows.ts'
import { listSetAside, readSetAside } from '../../platform/set-aside.ts'
import { allOrders, orderById, ordersWhere } from './order-history.ts'
import { setAsideOrders } from './set-aside-orders.ts'

/** The database as version 2 of the extension's made it, with its rows. */
async function leaveBehind(rows: readonly object[]): Promise<void> {
  const database = await openDB('orderwright', 2, {
    upgrade: created => {
      created.createObjectStore('orders', { keyPath: 'token' }).createIndex('accountId', 'accountId')
      created.createObjectStore('catalogues', { keyPath: 'accountId' })
    },
  })
  await database.put('catalogues', {
    accountId: 'account-1',
    readAt: '2026-11-20T10:00:00.000Z',
    services: [],
    capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: 100 },
    unreadable: 0,
  })
  for (const row of rows) await database.put('orders', row)
  database.close()
}

test('the journal of an earlier version is taken over, every order of it', async () => {
  const rows = Object.entries(earlierLives).map(([token, life]) => ({ ...earlierRow, token, life }))
  await leaveBehind(rows)
  const entries = await allOrders()
  expect(entries.map(({ record }) => record.id).toSorted()).toStrictEqual(
    Object.keys(earlierLives).toSorted(),
  )
  expect((await orderById('unknown'))?.record).toMatchObject({
    canListOrders: true,
    life: { state: 'unknown' },
  })
  const numbered = await ordersWhere({ accountId: 'account-1', orderIds: ['123456'] })
  expect(numbered.map(({ record }) => record.id).toSorted()).toStrictEqual(['accepted', 'final', 'tracked'])
  const onTheirWay = await ordersWhere({ states: ['intent', 'sending'] })
  expect(onTheirWay.map(({ record }) => record.id).toSorted()).toStrictEqual(['intent', 'sending'])
})

test('an upgrade that fails leaves the journal as it was, for the next time', async () => {
  await leaveBehind([earlierRow])
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  await expect(allOrders()).rejects.toThrow()
  put.mockRestore()
  expect((await allOrders()).map(({ record }) => record.id)).toStrictEqual([earlierRow.token])
})

test('a row that cannot be read is set aside as it was, and the others are there', async () => {
  const damaged = { token: 'damaged', accountId: 'account-1', life: { kind: 'of another kind' } }
  await leaveBehind([earlierRow, damaged])
  expect(await allOrders()).toHaveLength(1)
  await setAsideOrders()
  await setAsideOrders()
  const asides = await listSetAside()
  expect(asides).toMatchObject([{ key: 'order:1', reason: 'unreadable', isSecret: false }])
  expect(asides[0] && (await readSetAside(asides[0]))).toStrictEqual(damaged)
})
