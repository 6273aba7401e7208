import { expect, test } from 'vitest'
import { entryIn, placedState, unknownState } from '../../../test/order-entry.ts'
import { withOrders } from './database.ts'
import { recentOrdersOf } from './order-history.ts'

async function store(...entries: readonly ReturnType<typeof entryIn>[]): Promise<void> {
  await withOrders(async database => {
    for (const entry of entries) await database.put('orders', entry)
  })
}

const idsSince = async (since: number): Promise<readonly string[]> =>
  (await recentOrdersOf('a', since)).map(({ record }) => record.id)

test('a form knows of what is unresolved, what is recent and what was last, newest first and each once', async () => {
  await store(
    entryIn(unknownState, { id: 'unknown', accountId: 'a', createdAt: 1 }),
    entryIn(placedState(), { id: 'old', accountId: 'a', createdAt: 2 }),
    entryIn(placedState(), { id: 'recent', accountId: 'a', createdAt: 10 }),
    entryIn({ name: 'submitting' }, { id: 'last', accountId: 'a', createdAt: 11 }),
    entryIn(unknownState, { id: 'of another', accountId: 'b', createdAt: 12 }),
  )
  expect(await idsSince(10)).toStrictEqual(['last', 'recent', 'unknown'])
  expect(await idsSince(100)).toStrictEqual(['last', 'unknown'])
  expect(await idsSince(0)).toStrictEqual(['last', 'recent', 'old', 'unknown'])
})
