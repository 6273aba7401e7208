import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

async function review(popup: Screen, service: string, quantity: string): Promise<void> {
  await popup.choose(service)
  await popup.fill('Quantity', quantity)
  await popup.press('Review order')
  await popup.sees('Review your order')
}

describe('at an upstream that lists no orders', () => {
  /** A thousand followers for $0.90, whose answer was lost. */
  async function unknown(scene: Scene, when: 'before' | 'after'): Promise<Screen> {
    const popup = await scene.openPopup()
    await review(popup, '1 acorn', '1000')
    scene.server.control.faults.add({ action: 'add', fault: 'reset', when })
    await popup.press('Order for ')
    await popup.sees('We don’t know yet if this order went through')
    return popup
  }

  test('the balance before and after stands beside the cost, and a number is checked', async () => {
    await using scene = await openScene({ accounts: ['panel'] })
    const popup = await unknown(scene, 'after')
    await popup.sees('Your balance fell by $0.90')
    const balances = [...popup.root.querySelectorAll('.undecided-balances > div')].map(row => row.textContent)
    expect(balances).toStrictEqual(['Balance before$1,000.00', 'Balance now$999.10', 'This order costs$0.90'])
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('It was placed')
    await popup.sees('Enter the number that Panel gave it.')
    expect(await popup.audit()).toStrictEqual([])
    await popup.fill('Its number at Panel', '99')
    await popup.enter()
    await popup.sees('There is no order 99 there.')
    await popup.fill('Its number at Panel', '123456')
    await popup.enter()
    await popup.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
  })

  test('what was not placed is ordered again only once the person has said so', async () => {
    await using scene = await openScene({ accounts: ['panel'] })
    const popup = await unknown(scene, 'before')
    await popup.sees('Your balance hasn’t changed, and this order costs $0.90')
    await popup.press('Not yet known')
    await popup.sees('You can’t send the same order again until you know')
    await popup.press('Back to the form')
    await popup.sees('We don’t know yet if this order went through: Followers · Acorn')
    expect(await popup.audit()).toStrictEqual([])
    await review(popup, '1 acorn', '1000')
    await popup.press('Order for ')
    await popup.sees('The same order may have been placed already')
    expect(await popup.audit()).toStrictEqual([])
    expect(scene.adds()).toBe(1)
    await popup.press('Show that order')
    await popup.press('It was not placed')
    await popup.sees('Safe to reorder')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Try again')
    await popup.press('Order for $0.90')
    await popup.sees('Order 123456 is placed')
    expect([scene.adds(), scene.server.control.orders.list().length]).toStrictEqual([2, 1])
  })
})

test('what was taken for not placed can be put right, where it is found later', async () => {
  await using scene = await openScene({ accounts: ['panel'] })
  const popup = await scene.openPopup()
  await review(popup, '1 acorn', '1000')
  scene.server.control.faults.add({ action: 'add', fault: 'reset' })
  await popup.press('Order for ')
  await popup.sees('We don’t know yet if this order went through')
  await popup.press('It was not placed')
  await popup.sees('The order was not placed')
  await popup.press('All orders')
  await popup.pressAt('summary')
  expect(await popup.audit()).toStrictEqual([])
  await popup.fill('Its number at Panel', '123456')
  await popup.press('It was placed')
  await popup.sees('Order 123456')
  await popup.sees('Charged $0.90, as quoted')
  expect(scene.adds()).toBe(1)
})

describe('at an upstream that lists its orders', () => {
  /** An order of the account's that the extension has nothing to do with. */
  async function orderElsewhere({ server }: Scene, target: string): Promise<void> {
    const body = new URLSearchParams({ api_key: mockQqtubeKey, action: 'add', id_service: '1', url: target })
    body.set('quantity', '3000')
    const response = await fetch(`${server.url}/v1-api`, { method: 'POST', body })
    expect(response.ok).toBe(true)
  }

  test('a double that only the upstream has is shown above the orders, until the person knows of it', async () => {
    await using scene = await openScene()
    const popup = await scene.openPopup()
    await review(popup, '1', '3000')
    await popup.press('Order for ')
    await popup.sees('Order 123456 is placed')
    await orderElsewhere(scene, 'https://www.youtube.com/watch?v=jNQXAC9IVRw')
    await popup.press('All orders')
    await popup.press('Refresh')
    expect(await popup.audit()).toStrictEqual([])
    await popup.sees('Order 123457 looks like a duplicate of order 123456')
    await popup.press('I know of it')
    await popup.seesNoMore('looks like a duplicate')
    await popup.press('Refresh')
    await popup.shown('[aria-label="Orders"][aria-busy="false"]')
    expect(popup.text()).not.toContain('looks like a duplicate')
  })

  test('a list that cannot be read leaves it to the person, and a number is checked', async () => {
    await using scene = await openScene()
    const popup = await scene.openPopup()
    await review(popup, '1', '3000')
    scene.server.control.faults.add({ action: 'submissions', fault: 'html', times: 20 })
    scene.server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
    await popup.press('Order for ')
    await popup.sees('We don’t know yet if this order went through')
    await popup.press('Look it up')
    await popup.sees('doesn’t answer like')
    expect(await popup.audit()).toStrictEqual([])
    await popup.fill('Its number at QQTube', '99')
    await popup.press('It was placed')
    await popup.sees('There is no order 99 there.')
    await popup.fill('Its number at QQTube', '123456')
    await popup.press('It was placed')
    await popup.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
  })

  test('of several that may be it the person chooses, and the choice is checked', async () => {
    await using scene = await openScene()
    const popup = await scene.openPopup()
    await review(popup, '1', '3000')
    await orderElsewhere(scene, 'https://www.youtube.com/watch?v=jNQXAC9IVRw')
    scene.server.control.requestLog.clear()
    scene.server.control.faults.add({ action: 'add', fault: 'reset' })
    await popup.press('Order for ')
    await popup.sees('2 of your orders at')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('This is it')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(1)
  })
})
