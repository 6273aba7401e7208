import { mockPanelKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

const minuteMs = 60_000
const orderId = '123456'

/** A popup at the orders list, with one order of a thousand that a minute of the clock has begun to deliver. */
async function withOrder(scene: Scene): Promise<Screen> {
  const popup = await scene.openPopup()
  await popup.choose('1 acorn')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for $0.90')
  await popup.sees(`Order ${orderId} is placed`)
  await popup.press('All orders')
  return popup
}

function held(): Promise<Scene> {
  return openScene({ accounts: ['panel'], server: { clock: { isHeld: true } } })
}

/** The exact amount that stands after the word, as the element keeps it. */
function amountAfter(popup: Screen, word: string): string | null | undefined {
  const spans = [...popup.root.querySelectorAll('.order-charge span')]
  const amount = spans.find(({ textContent }) => textContent?.trim().startsWith(word))?.querySelector('data')
  return amount?.getAttribute('value')
}

function durationMs({ server }: Scene): number {
  return server.control.orders.get(orderId)?.durationMs ?? 0
}

test('a partial order: charge × remains ÷ quantity is given back, and shown to the last digit', async () => {
  await using scene = await held()
  const popup = await withOrder(scene)
  const { orders, clock, accounts } = scene.server.control
  clock.advance(Math.round(durationMs(scene) * 0.7))
  await popup.press('Refresh')
  await popup.sees('In progress')
  orders.setStatus(orderId, 'Partial')
  await popup.press('Refresh')
  await popup.sees('Partly delivered')
  const order = orders.get(orderId)
  expect(amountAfter(popup, 'Charged')).toBe('0.9')
  expect(amountAfter(popup, 'Refunded')).toBe(order?.refunded)
  await popup.sees(`${order?.delivered} of 1,000`)
  await popup.sees('Charged $0.90, as quoted')
  expect(await popup.audit()).toStrictEqual([])
  // What came back is in the balance, which the header shows.
  const funds = Number(accounts.funds(mockPanelKey))
  await popup.sees(`$${funds}`)
})

test('a cancel is asked once more, stands as asked for, and then as done with everything given back', async () => {
  await using scene = await held()
  const popup = await withOrder(scene)
  const { clock, requestLog, orders } = scene.server.control
  await popup.press('Cancel order')
  expect(await popup.audit()).toStrictEqual([])
  await popup.sees(`Ask Panel to cancel order ${orderId}?`)
  await popup.press('Keep the order')
  expect(requestLog.list({ action: 'cancel' })).toHaveLength(0)
  await popup.press('Cancel order')
  orders.setStatus(orderId, 'Pending')
  await popup.press('Request cancellation')
  await popup.sees('Cancel asked for')
  await popup.sees('Not done yet.')
  expect(popup.text()).not.toContain('Cancel order')
  clock.advance(2 * minuteMs)
  await popup.press('Refresh')
  await popup.sees('Cancel done')
  await popup.sees('Everything was refunded.')
  expect(amountAfter(popup, 'Refunded')).toBe('0.9')
  expect(orders.get(orderId)).toMatchObject({ state: 'canceled', refunded: '0.9' })
  expect(requestLog.list({ action: 'cancel' })).toHaveLength(1)
})

test('a cancel that the panel refuses is told in its words', async () => {
  await using scene = await held()
  const popup = await withOrder(scene)
  // Completed since the list was read.
  scene.server.control.clock.advance(2 * durationMs(scene))
  await popup.press('Cancel order')
  await popup.press('Request cancellation')
  await popup.sees('Cancel refused')
  await popup.sees('The order can no longer be canceled')
})

describe('a refill', () => {
  test('goes from pending to completed, beside the order that stays completed', async () => {
    await using scene = await held()
    const popup = await withOrder(scene)
    const { clock, refills } = scene.server.control
    expect(popup.text()).not.toContain('Ask for a refill')
    clock.advance(2 * durationMs(scene))
    await popup.press('Refresh')
    await popup.sees('Completed')
    expect(popup.text()).not.toContain('Cancel order')
    await popup.press('Ask for a refill')
    await popup.sees('Refill pending')
    expect(popup.text()).not.toContain('Ask for a refill')
    clock.advance(11_000)
    await popup.press('Refresh')
    await popup.sees('Refill in progress')
    expect(await popup.audit()).toStrictEqual([])
    clock.advance(refills.list()[0]?.durationMs ?? 0)
    await popup.press('Refresh')
    await popup.sees('Refill completed')
    await popup.sees('1,000 of 1,000')
    await popup.sees('Ask for a refill')
  })

  test('that is rejected says so', async () => {
    await using scene = await held()
    const popup = await withOrder(scene)
    scene.server.control.clock.advance(2 * durationMs(scene))
    await popup.press('Refresh')
    await popup.press('Ask for a refill')
    await popup.sees('Refill pending')
    scene.server.control.refills.setStatus('1', 'Rejected')
    await popup.press('Refresh')
    await popup.sees('Refill rejected')
  })

  test('whose answer is lost may be asked for again', async () => {
    await using scene = await held()
    const popup = await withOrder(scene)
    scene.server.control.clock.advance(2 * durationMs(scene))
    await popup.press('Refresh')
    await popup.sees('Completed')
    scene.server.control.faults.add({ action: 'refill', fault: 'html', when: 'before' })
    await popup.press('Ask for a refill')
    await popup.sees('Refill unknown')
    await popup.sees('sking again is safe')
    await popup.press('Ask for a refill')
    await popup.sees('Refill pending')
  })
})

test('the refills of several orders are asked for in one request', async () => {
  await using scene = await held()
  await (await withOrder(scene)).close()
  const popup = await scene.openPopup()
  await popup.choose('1 acorn')
  await popup.fill('Quantity', '2000')
  await popup.press('Review order')
  await popup.press('Order for $1.80')
  await popup.sees('Order 123457 is placed')
  await popup.press('All orders')
  const { clock, refills, requestLog } = scene.server.control
  clock.advance(24 * 60 * minuteMs)
  await popup.press('Refresh')
  await popup.sees('2 orders can be refilled.')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Ask for all 2 refills')
  await expect.poll(() => refills.list().length).toBe(2)
  expect(requestLog.list({ action: 'refill' })).toHaveLength(1)
})

test('a service without refill and cancel offers neither', async () => {
  await using scene = await held()
  const popup = await scene.openPopup()
  await popup.choose('4 daisy')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  expect(popup.text()).not.toContain('Cancel order')
  scene.server.control.clock.advance(60 * 24 * 60 * minuteMs)
  await popup.press('Refresh')
  await popup.press('All orders')
  await popup.sees('Completed')
  expect(popup.text()).not.toContain('Ask for a refill')
})
