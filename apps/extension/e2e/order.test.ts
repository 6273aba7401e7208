import { moveTo } from '@orderwright/e2e'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const dayMs = 24 * 3600 * 1000

async function reviewing(scene: Scene): Promise<PopupDriver> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('1')
  await popup.fill('Quantity', '3000')
  await popup.press('Review order')
  await popup.sees('Review your order')
  return popup
}

test('from the click on the icon to completed, at the price that was shown', async () => {
  await using scene = await stage.scene()
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.sees('A walk along the river')
  await popup.sees('youtube.com/watch?v=jNQXAC9IVRw')
  await popup.choose('views alder')
  await popup.fill('Quantity', '10000')
  expect(await popup.total()).toBe('22')
  await popup.sees('Balance after $978.00')
  await popup.press('Review order')
  await popup.press('Order for $22.00')
  await popup.sees('Order 123456 is placed')
  const [order] = scene.server.control.orders.list()
  expect(order).toMatchObject({
    id: '123456',
    charged: '22',
    target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  })
  scene.server.control.clock.advance(60 * dayMs)
  const later = await scene.openPopup(page)
  await later.press('Orders')
  await later.refresh()
  await later.sees('Completed')
  await later.sees('10,000 of 10,000')
  await later.sees('Charged $22.00, as quoted')
  await later.picture('orders-completed')
  await later.page.locator('summary').click()
  await expect
    .poll(() => later.page.$$eval('.order-details dt', names => names.map(name => name.textContent)))
    .toStrictEqual([
      'Upstream’s status',
      'Upstream’s sort of it',
      'What it means',
      'Count at the start',
      'Count now',
    ])
  expect(await later.page.$eval('.order-details', details => details.hasAttribute('open'))).toBe(true)
  await later.picture('orders-details')
})

describe('orders of every kind cost to the last digit what the upstream charges', () => {
  const channel = 'https://www.youtube.com/@a.sample.channel'
  const kinds: readonly (readonly [
    kind: string,
    service: string,
    fill: (popup: PopupDriver) => Promise<void>,
  ])[] = [
    ['the first tier', '1', popup => popup.fill('Quantity', '9000')],
    ['the tier after a price break', '1', popup => popup.fill('Quantity', '50000')],
    ['a tier without an upper end', '8', popup => popup.fill('Quantity', '300000')],
    ['a price that never ends', '23', popup => popup.fill('Quantity', '10')],
    ['half a cent', '24', popup => popup.fill('Quantity', '1')],
    [
      'a country that adds',
      '4',
      async popup => {
        await popup.fill('Quantity', '700')
        await popup.select('Country', 'Germany')
      },
    ],
    [
      'a retention that multiplies',
      '5',
      async popup => {
        await popup.fill('Quantity', '300')
        await popup.select('Retention', '45 %')
      },
    ],
    [
      'minutes that multiply',
      '10',
      async popup => {
        await popup.fill('Quantity', '70')
        await popup.fill('Minutes', '90')
      },
    ],
    [
      'comments, each line adding',
      '18',
      async popup => {
        await popup.fill('Quantity', '5')
        await popup.fill('Comments', 'One\nTwo\n\nThree\nFour\nFive\nSix')
        await popup.sees('6 of at least 5 lines')
      },
    ],
    [
      'drip',
      '3',
      async popup => {
        await popup.fill('Quantity', '1500')
        await popup.page.locator('#drip').click()
      },
    ],
    [
      'a place to share',
      '46',
      async popup => {
        await popup.fill('Quantity', '200')
        await popup.select('Share type', 'Reddit')
      },
    ],
    [
      'a search term',
      '7',
      async popup => {
        await popup.fill('Quantity', '250')
        await popup.fill('Search term', 'river walk')
      },
    ],
    [
      'a channel instead of the video',
      '26',
      async popup => {
        await popup.fill('Link of the channel', `${channel}/videos?view=0`)
        await popup.fill('Quantity', '300')
      },
    ],
    [
      'a playlist instead of the video',
      '33',
      async popup => {
        await popup.fill('Link of the playlist', 'https://youtube.com/playlist?list=PLsample0123456789&si=x')
        await popup.fill('Quantity', '500')
      },
    ],
    [
      'a comment of the video',
      '21',
      async popup => {
        await popup.fill('Link of the comment', 'https://youtu.be/jNQXAC9IVRw?lc=UgwSample_1')
        await popup.fill('Quantity', '20')
      },
    ],
  ]

  test(`${kinds.length} of them, one after the other`, async () => {
    await using scene = await stage.scene()
    const popup = await scene.openPopup(await scene.openPage())
    const confirmed: string[] = []
    for (const [kind, service, fill] of kinds) {
      await popup.choose(service)
      await fill(popup)
      const total = await popup.total()
      expect(total, kind).not.toBe('')
      confirmed.push(total)
      await popup.press('Review order')
      await popup.press('Order for ')
      await popup.sees('is placed')
      await popup.press('New order')
    }
    const orders = scene.server.control.orders.list()
    expect(orders.map(order => order.charged)).toStrictEqual(confirmed)
    const targets = orders.slice(-3).map(order => order.target)
    expect(targets).toStrictEqual([
      channel,
      'https://www.youtube.com/playlist?list=PLsample0123456789',
      'https://www.youtube.com/watch?v=jNQXAC9IVRw&lc=UgwSample_1',
    ])
    await popup.press('Orders')
    await popup.sees(`Order ${orders.at(-1)?.id}`)
    await popup.page.waitForFunction(
      count => document.body.textContent?.split('as quoted').length === count + 1,
      {},
      kinds.length,
    )
    await popup.picture('orders-many')
  })
})

test('a double click, and Enter upon it, is one order', async () => {
  await using scene = await stage.scene()
  const popup = await reviewing(scene)
  await popup.page.locator('::-p-xpath(//button[starts-with(., "Order for")])').click({ count: 2 })
  await popup.page.keyboard.press('Enter')
  await popup.sees('is placed')
  expect(scene.adds()).toBe(1)
})

test('a price that changed since is shown beside the old one, and asked again', async () => {
  await using scene = await stage.scene()
  const popup = await reviewing(scene)
  scene.server.control.catalogue.replace('qqtube', [
    {
      id_service: '1',
      public_name: 'Views · Alder',
      type_name: 'Views',
      amount_minimum: '1000',
      amount_increment: '1000',
      example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
      prices: [{ minimum: '1000', maximum: '9000', pricing_per: '1000', price: '2.75' }],
      params: [],
    },
  ])
  await popup.press('Order for $7.50')
  await popup.sees('You confirmed $7.50; QQTube now asks $8.25.')
  await popup.picture('review-price-changed')
  expect(scene.adds()).toBe(0)
  await popup.press('Order for $8.25')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.charged).toBe('8.25')
})

test('on a page that is no video it says so, and takes a pasted link', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage('https://www.youtube.com/feed/subscriptions'))
  await popup.sees('No video on this page')
  await popup.picture('no-video')
  await popup.choose('13')
  await popup.fill('Quantity', '10')
  await popup.press('Review order')
  await popup.sees('Paste the link of a video')
  await popup.fill('Link of the video', 'https://www.youtube.com.evil.example/watch?v=jNQXAC9IVRw')
  await popup.sees('This is not the link of a video on YouTube')
  await popup.fill('Link of the video', 'https://youtu.be/jNQXAC9IVRw?si=tracking')
  await popup.sees('Ordered for https://www.youtube.com/watch?v=jNQXAC9IVRw')
  await popup.press('Review order')
  await popup.press('Order for $0.09')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.target).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
})

test('a page that moves on under the popup does not take the order along', async () => {
  await using scene = await stage.scene()
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.sees('A walk along the river')
  await moveTo(page, 'https://www.youtube.com/watch?v=aaaaaaaaaaa', 'Another walk - YouTube')
  await popup.sees('It now shows “Another walk”. This order is still for “A walk along the river”.')
  await popup.picture('moved-on')
  await popup.choose('13')
  await popup.fill('Quantity', '10')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.target).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
})
