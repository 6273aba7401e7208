import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

async function openPopup(scene: Scene): Promise<Screen> {
  const popup = await scene.openPopup()
  await popup.sees('42 services to choose from')
  return popup
}

/** Reviews and places what is filled in. */
async function place(popup: Screen): Promise<void> {
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
}

const comments = Array.from({ length: 12 }, (_, n) => `Comment ${n + 1}`).join('\n\n')

test('custom comments: the lines are counted as typed, and are what is priced', async () => {
  await using scene = await openScene({ accounts: ['panel'] })
  const popup = await openPopup(scene)
  await popup.choose('2 bramble')
  await popup.sees('0 comments')
  await popup.sees('10 to 1,500')
  expect(popup.root.querySelector('#quantity')).toBeNull()
  await popup.fill('Comments', 'One\nTwo')
  await popup.sees('2 comments')
  await popup.press('Review order')
  await popup.sees('The least you can order is 10.')
  await popup.fill('Comments', comments)
  await popup.sees('12 comments')
  expect(popup.total()).toBe('0.096')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Price breakdown')
  await popup.sees('12 × $8.00 per 1,000')
  await place(popup)
  const [order] = scene.server.control.orders.list()
  expect(order).toMatchObject({ upstream: 'panel', quantity: '12', charged: '0.096' })
  await popup.sees('12 × Comments · Bramble')
})

test('drip-feed: runs and interval with what they come to, delivered run by run', async () => {
  await using scene = await openScene({ accounts: ['panel'], server: { clock: { isHeld: true } } })
  const popup = await scene.openPopup()
  await popup.choose('3 clover')
  await popup.fill('Quantity', '1000')
  expect(popup.total()).toBe('1.35')
  await popup.sees('Leave both empty to deliver all at once.')
  await popup.fill('Runs', '10')
  await popup.press('Review order')
  await popup.sees('Interval is required.')
  await popup.fill('Interval', '30')
  await popup.sees('10,000 in 10 runs of 1,000: $13.50 in all.')
  await popup.sees('one every 30 min, the last one after 4 h 30 min')
  expect(popup.total()).toBe('13.5')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Review order')
  await popup.sees('10,000 in 10 runs of 1,000')
  await popup.press('Order for $13.50')
  await popup.sees('10,000 × Followers · Clover')
  expect(scene.server.control.orders.list()[0]).toMatchObject({ quantity: '10000', charged: '13.5' })
  const { durationMs } = scene.server.control.orders.list()[0] ?? { durationMs: 0 }
  scene.server.control.clock.advance(Math.round(durationMs / 2))
  const later = await scene.openPopup()
  await later.press('Orders')
  await later.press('Refresh')
  const delivered = Number(scene.server.control.orders.list()[0]?.delivered)
  await later.sees(`${delivered.toLocaleString('en-US')} of 10,000`)
  await later.sees('Charged $13.50, as quoted')
})

test('a subscription needs no link, costs nothing now, and takes a day as its end', async () => {
  await using scene = await openScene({ accounts: ['panel'] })
  const popup = await openPopup(scene)
  await popup.choose('39 oat')
  await popup.sees('No link is needed')
  await popup.fill('Username', 'a.sample.account')
  await popup.fill('Minimum quantity', '50')
  await popup.fill('Maximum quantity', '40')
  await popup.select('Delay', '15')
  await popup.press('Review order')
  await popup.sees('Maximum quantity must be at least 50.')
  await popup.fill('Maximum quantity', '100')
  await popup.fill('Expiry', '2027-12-31')
  await popup.sees('Each delivered order is charged later.')
  expect(popup.total()).toBe('0')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Review order')
  await popup.sees('Later, for each delivered order')
  await popup.press('Order for $0.00')
  await popup.sees('is placed')
  const [entry] = scene.server.control.requestLog.list({ action: 'add' })
  expect(entry?.fields).toMatchObject({ username: 'a.sample.account', expiry: '31/12/2027', delay: '15' })
  expect(entry?.fields).not.toHaveProperty('link')
})

describe('orders of every type cost to the last digit what the panel charges', () => {
  const types: readonly (readonly [
    type: string,
    service: string,
    fields: Readonly<Record<string, string>>,
  ])[] = [
    ['Default, a fraction of a cent', '9 iris', { Quantity: '7' }],
    ['SEO', '14 nettle', { Quantity: '150', Keywords: 'river\nwalk' }],
    ['Mentions with Hashtags', '23 willow', { Quantity: '100', Usernames: 'a\nb', Hashtags: 'c' }],
    ['Mentions Custom List', '26 bramble', { Usernames: 'one\ntwo\n\nthree' }],
    ['Mentions Hashtag', '27 clover', { Quantity: '100', Hashtag: 'walking' }],
    ['Mentions User Followers', '29 elder', { Quantity: '101', Username: 'someone' }],
    ['Mentions Media Likers', '31 gorse', { Quantity: '103', 'Media link': 'https://example.com/a' }],
    ['Comment Likes', '11 kelp', { Quantity: '13', Username: 'someone' }],
    ['Poll', '35 kelp', { Quantity: '11', 'Answer number': '2' }],
    ['Comment Replies', '22 vetch', { Username: 'someone', Comments: 'Yes\nNo\nPerhaps' }],
    ['Invites from Groups', '37 mallow', { Quantity: '51', Groups: 'walkers' }],
    ['Package', '33 iris', {}],
    ['Custom Comments Package', '19 sage', { Comments: 'One\nTwo' }],
    [
      'Web Traffic',
      '41 quince',
      { Quantity: '1000', Country: 'DE', Device: '1', 'Type of traffic': '2', Runs: '3', Interval: '60' },
    ],
  ]

  test(`${types.length} of them, one after the other`, async () => {
    await using scene = await openScene({ accounts: ['panel'] })
    const popup = await openPopup(scene)
    const confirmed: string[] = []
    for (const [type, service, fields] of types) {
      await popup.choose(service)
      for (const [label, text] of Object.entries(fields)) await popup.fill(label, text)
      await expect.poll(() => popup.total(), { message: type }).not.toBe('')
      confirmed.push(popup.total())
      await place(popup)
      await popup.press('New order')
    }
    const orders = scene.server.control.orders.list()
    expect(orders.map(({ charged }) => charged)).toStrictEqual(confirmed)
    await popup.press('Orders')
    await expect.poll(() => popup.text().split('as quoted')).toHaveLength(types.length + 1)
  })
})
