import { mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { entryIn } from '../../../test/order-entry.ts'
import { openScene, type Scene, video } from '../../../test/scene.tsx'
import { storeEntries } from '../../../test/store-entry.ts'
import { listSetAside } from '../../platform/set-aside.ts'
import { messages as texts } from '../../platform/texts/en.generated.ts'
import { withOrders } from '../history/database.ts'

/** As many orders of ten that the upstream has taken, which the extension has as placed. */
async function placed({ server, accountIds: [accountId = ''] }: Scene, count: number): Promise<void> {
  const fields = { key: mockPanelKey, action: 'add', service: '9', quantity: '10', link: video.url }
  for (let taken = 0; taken < count; taken += 1)
    await fetch(`${server.url}/api/v2`, { method: 'POST', body: new URLSearchParams(fields) })
  const orders = server.control.orders.list()
  const confirmed = { total: '0.00008011655652', quantity: '10', delivers: '10', currency: 'USD' }
  await storeEntries(
    ...orders.map(({ id }, minutes) =>
      entryIn(
        { name: 'accepted', orderId: id },
        { id: `id-${id}`, accountId, confirmed, createdAt: Date.UTC(2026, 10, 21, 12, minutes) },
      ),
    ),
  )
  server.control.requestLog.clear()
}

test('250 orders are asked about in 3 requests, and show their charges to the last digit', async () => {
  await using scene = await openScene({ accounts: ['panel'] })
  await placed(scene, 250)
  const popup = await scene.openPopup()
  await popup.press('Orders')
  // Only what is near to what is seen is in the document.
  await expect.poll(() => popup.root.querySelectorAll('.order-progress')).toHaveLength(30)
  const items = [...popup.root.querySelectorAll('[aria-setsize="250"]')]
  expect(items.map(item => item.getAttribute('aria-posinset'))).toStrictEqual(
    Array.from({ length: 30 }, (_, place) => `${place + 1}`),
  )
  expect(popup.root.querySelectorAll('*').length).toBeLessThan(1500)
  const requests = scene.server.control.requestLog.list({ action: 'status' })
  const asked = requests.map(({ fields }) => fields.orders?.split(',').length)
  expect(asked.toSorted()).toStrictEqual([100, 100, 50])
  const newest = scene.server.control.orders.list().at(-1)
  await popup.sees(`Order ${newest?.id}`)
  // The 14 decimals of the charge are in the element, though the screen rounds them and says so.
  const charge = await popup.shown('.order-charge data')
  expect(charge.getAttribute('value')).toBe(newest?.charged)
})

test('what was charged beside what was agreed to shows on the order, with the difference', async () => {
  await using scene = await openScene()
  const [accountId = ''] = scene.accountIds
  const body = { api_key: mockQqtubeKey, action: 'add', id_service: '13', quantity: '100', url: video.url }
  await fetch(`${scene.server.url}/v1-api`, { method: 'POST', body: new URLSearchParams(body) })
  const [order] = scene.server.control.orders.list()
  const confirmed = { total: '0.75', quantity: '100', delivers: '100', currency: 'USD' }
  await storeEntries(entryIn({ name: 'accepted', orderId: order?.id ?? '' }, { accountId, confirmed }))
  const popup = await scene.openPopup()
  await popup.press('Orders')
  await popup.sees('Charged $0.90, $0.15 more than quoted')
  await popup.sees(`Order ${order?.id} was charged $0.90, $0.15 more than the $0.75 you agreed to.`)
  expect(await popup.audit()).toStrictEqual([])
})

test('the details of an order name what the upstream says of it', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.choose('views alder')
  await popup.fill('Quantity', '10000')
  await popup.sees('Balance after $978.00')
  await popup.press('Review order')
  await popup.press('Order for $22.00')
  await popup.sees('Order 123456 is placed')
  scene.server.control.clock.advance(60 * 24 * 3_600_000)
  await popup.press('All orders')
  await popup.press('Refresh')
  await popup.sees('Completed')
  const names = [...popup.root.querySelectorAll('.order-details dt')].map(name => name.textContent)
  expect(names).toStrictEqual([
    'Provider status',
    'Provider status type',
    'What it means',
    'Count at the start',
    'Count now',
  ])
})

describe('of what is stored', () => {
  test('an order that cannot be read is set aside, and hides no others', async () => {
    await using scene = await openScene()
    const [accountId = ''] = scene.accountIds
    await storeEntries(entryIn({ name: 'accepted', orderId: '7' }, { accountId }))
    // As no version writes it.
    await withOrders(database =>
      Reflect.apply(database.put, database, ['orders', { record: { id: 'bare', accountId } }]),
    )
    const popup = await scene.openPopup()
    await popup.press('Orders')
    await popup.sees('Order 7')
    expect(popup.root.querySelectorAll('.order')).toHaveLength(1)
    // The list shows the latest orders before the whole history is read.
    await expect.poll(listSetAside).toHaveLength(1)
    popup.close()
    const settings = await scene.openSettings()
    await settings.sees('Remove from here')
  })

  test('what a newer version has written is told, and left alone', async () => {
    await using scene = await openScene()
    const newer = await openDB('orders', 99)
    newer.close()
    const popup = await scene.openPopup()
    await popup.sees(texts.newerData())
    expect(await popup.audit()).toStrictEqual([])
    const settings = await scene.openSettings()
    await settings.sees(texts.newerData())
  })
})
