import { describe, expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

describe('orders of every kind cost to the last digit what the upstream charges', () => {
  const channel = 'https://www.youtube.com/@a.sample.channel'
  const kinds: readonly (readonly [kind: string, service: string, fill: (popup: Screen) => Promise<void>])[] =
    [
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
          await popup.pressAt('#drip')
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
          await popup.fill(
            'Link of the playlist',
            'https://youtube.com/playlist?list=PLsample0123456789&si=x',
          )
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
    await using scene = await openScene()
    const popup = await scene.openPopup()
    const confirmed: string[] = []
    for (const [kind, service, fill] of kinds) {
      await popup.choose(service)
      await fill(popup)
      await expect.poll(() => popup.total(), { message: kind }).not.toBe('')
      confirmed.push(popup.total())
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
    await expect.poll(() => popup.text().split('as quoted')).toHaveLength(kinds.length + 1)
  })
})
