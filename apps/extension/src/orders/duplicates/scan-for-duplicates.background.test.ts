import { mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import { answered, placed, type SetUp, setUp, setUpPanel } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'
import { acknowledgeDuplicate, possibleDuplicatesItem } from './possible-duplicates.ts'

/** As a browser that sends a request again by itself. */
async function sendAgain({ server, request: { order } }: SetUp): Promise<void> {
  const body = new URLSearchParams({
    api_key: mockQqtubeKey,
    action: 'add',
    id_service: order.serviceId,
    url: order.target ?? '',
    quantity: order.quantity ?? '',
  })
  const response = await fetch(`${server.url}/v1-api`, { method: 'POST', body })
  expect(await response.json()).toMatchObject({ status: 'success' })
}

const look = async ({ account }: SetUp, trigger: 'opened' | 'wanted' = 'wanted'): Promise<unknown> => {
  answered(await handleRequest({ type: 'refresh-orders', accountId: account.id, trigger }))
  return (await possibleDuplicatesItem.get())[account.id]
}

const lists = ({ server }: SetUp): number => server.control.requestLog.list({ action: 'submissions' }).length

test('a duplicate that the history does not have is found with the first poll of its order', async () => {
  await using it = await setUp()
  const { id } = await placed(it.request)
  await sendAgain(it)
  const twin = it.server.control.orders.list().map(order => order.id)
  const duplicates = await look(it, 'opened')
  expect(duplicates).toStrictEqual([{ orderId: twin.toSorted().at(-1), recordId: id, isKnown: false }])
})

test('the list is read once for an order, and whenever a person wants to know', async () => {
  await using it = await setUp()
  await placed(it.request)
  expect(await look(it)).toBeUndefined()
  expect(lists(it)).toBe(1)
  await look(it, 'opened')
  expect(lists(it)).toBe(1)
  await look(it)
  expect(lists(it)).toBe(2)
})

test('what a person knows of stays known', async () => {
  await using it = await setUp()
  await placed(it.request)
  await sendAgain(it)
  await look(it)
  const [duplicate] = (await possibleDuplicatesItem.get())[it.account.id] ?? []
  await acknowledgeDuplicate(it.account.id, duplicate?.orderId ?? '')
  expect(await look(it)).toMatchObject([{ isKnown: true }])
})

test('an upstream without a list is not asked for one', async () => {
  await using it = await setUpPanel()
  await placed(it.request)
  expect(await look(it)).toBeUndefined()
})
