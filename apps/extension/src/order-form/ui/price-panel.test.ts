import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'
import { servicesOf } from '../../catalogue/catalogue-store.ts'

/** A popup with the service chosen: by default 1,000 to 9,000 at $2.50, to 49,000 at $2.20, beyond at $1.85. */
async function popupOf(service = '1', funds = '1000'): Promise<{ scene: Scene; popup: Screen }> {
  const scene = await openScene()
  onTestFinished(() => scene[Symbol.asyncDispose]())
  scene.server.control.accounts.setFunds(mockQqtubeKey, funds)
  const popup = await scene.openPopup()
  await popup.choose(service)
  return { scene, popup }
}

describe('an amount in place of a quantity', () => {
  test('is spent to the greatest quantity that it buys, and again when another field changes the price', async () => {
    const { popup } = await popupOf('5')
    await popup.fill('Quantity', '25$')
    await popup.press('Review order')
    await popup.sees('Fill in the other fields to see what $25.00 buys.')
    await popup.select('Retention', '30 %')
    await popup.sees('$25.00 buys 8,600')
    await popup.select('Retention', '60 %')
    await popup.sees('$25.00 buys 4,000')
    expect(popup.total()).toBe('24.8')
  })

  test('that buys nothing says what the least costs', async () => {
    const { popup } = await popupOf()
    await popup.fill('Quantity', '$2')
    await popup.press('Review order')
    await popup.sees('$2.00 isn’t enough: 1,000 cost $2.50.')
  })
})

describe('what costs less', () => {
  test('a greater quantity that costs less is offered, and taken by a click that leaves the focus in the field', async () => {
    const { popup } = await popupOf()
    await popup.fill('Quantity', '9000')
    await popup.sees('10,000 cost less than 9,000: save $0.50.')
    await popup.press('Use 10,000')
    expect([popup.total(), document.activeElement?.id]).toStrictEqual(['22', 'quantity'])
    await popup.sees('From 50,000 on: $1.85 per 1,000.')
  })
})

describe('a quantity that cannot be ordered', () => {
  test('offers the nearest as buttons', async () => {
    const { popup } = await popupOf()
    await popup.fill('Quantity', '1500')
    await popup.press('Use 2,000')
    expect(popup.total()).toBe('5')
  })

  test('round quantities are a click away, and none that the balance does not buy', async () => {
    const { popup } = await popupOf('1', '13')
    await popup.shown('.choice-chip')
    const chips = [...popup.root.querySelectorAll('.choice-chip')].map(({ textContent }) => textContent)
    expect(chips).toStrictEqual(['1,000', '5,000'])
    await popup.press('5,000')
    expect(popup.total()).toBe('12.5')
  })
})

describe('an order above the balance', () => {
  test('says what is missing and what the balance buys, and cannot be reviewed', async () => {
    const { popup } = await popupOf('1', '13')
    await popup.fill('Quantity', '9000')
    await popup.sees('You’re $9.50 short')
    const link = await popup.shown('.popup-foot a.button')
    expect([link.textContent, link.getAttribute('href')]).toStrictEqual([
      'Add funds',
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    ])
    expect(popup.text()).not.toContain('Review order')
    // What costs less is above the balance too: it is said, and cannot be taken.
    await popup.sees('10,000 cost less than 9,000')
    expect(popup.text()).not.toContain('Use 10,000')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Use 5,000')
    await popup.sees('Review order')
  })

  test('offers no quantity if the balance buys none', async () => {
    const { popup } = await popupOf('1', '1')
    await popup.fill('Quantity', '1000')
    await popup.sees('You’re $1.50 short')
    expect(popup.root.querySelector('.shortfall button')).toBe(null)
  })
})

describe('the price breakdown', () => {
  test('draws the cost by quantity, and says the same as a table whose ranges are buttons', async () => {
    const { popup } = await popupOf()
    await popup.fill('Quantity', '9000')
    await popup.press('Price breakdown')
    await popup.shown('.price-table')
    const rows = [...popup.root.querySelectorAll('.price-table tr')].map(row =>
      [...row.children].map(({ textContent }) => textContent?.trim()),
    )
    expect(rows).toStrictEqual([
      ['Quantity', 'Per 1,000', 'Starts at'],
      ['1,000 to 9,000', '$2.50', '$2.50'],
      ['10,000 to 49,000', '$2.20', 'cheaper than fewer: ↓ $22.00'],
      ['50,000 to 1,000,000', '$1.85', 'cheaper than fewer: ↓ $92.50'],
    ])
    expect((await popup.shown('.price-chart svg')).getAttribute('aria-label')).toBe(
      'Cost from 1,000 to 18,000, up to $39.60. The table below has the numbers.',
    )
    expect(popup.root.querySelectorAll('.chart-chosen, .chart-cliff, .chart-edge')).toHaveLength(3)
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('50,000 to')
    expect(popup.total()).toBe('92.5')
  })

  test('says in words how a factor comes about', async () => {
    const { popup } = await popupOf('5')
    await popup.fill('Quantity', '300')
    await popup.select('Retention', '45 %')
    await popup.press('Price breakdown')
    await popup.sees('45 % is 1.5 × 30 %')
  })
})

test('the same quantity is compared with services of its kind at every account', async () => {
  await using scene = await openScene({ accounts: ['panel', 'qqtube'] })
  // A catalogue is there to compare with once its account was looked at.
  const popup = await scene.openPopup()
  await popup.sees('services to choose from')
  await popup.select('Account', 'Panel')
  const stored = scene.accountIds.map(id => async (): Promise<number> => (await servicesOf(id)).length)
  for (const services of stored) await expect.poll(services, { interval: 5 }).toBeGreaterThan(0)
  await popup.select('Account', 'QQTube')
  await popup.choose('1')
  await popup.fill('Quantity', '1000')
  await popup.press('Price breakdown')
  await popup.sees('The same 1,000 elsewhere')
  const offers = [...popup.root.querySelectorAll('.offer')].map(({ textContent }) => textContent)
  expect(offers).toHaveLength(2)
  expect(offers[0]).toMatch(/^Panel: .*views.*\$/i)
  expect(offers[1]).toMatch(/^QQTube: Views/)
  expect(offers[1]).not.toContain('Alder')
  expect(await popup.audit()).toStrictEqual([])
})
