import { mockQqtubeKey } from '@orderwright/mock-server'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openScene, type Scene } from '../../test/scene.tsx'
import type { Screen } from '../../test/screen.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { type UndoWindow, undoMs, undoWindowItem } from './undo-window.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A popup with an order of 3,000 views in its form, whose clock stands while something is held. */
async function filledIn(undoWindow: UndoWindow = 'shortcut'): Promise<{ scene: Scene; popup: Screen }> {
  const scene = await openScene()
  onTestFinished(() => scene[Symbol.asyncDispose]())
  await undoWindowItem.set(undoWindow)
  const popup = await scene.openPopup()
  await popup.choose('1')
  await popup.fill('Quantity', '3000')
  return { scene, popup }
}

const control = { ctrlKey: true } as const

/** Does something while timers wait for {@link passHeldTime}: only what is begun meanwhile waits. */
async function holding(act: () => Promise<void>): Promise<(ms: number) => Promise<void>> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await act()
  return async ms => {
    await vi.advanceTimersByTimeAsync(ms)
    vi.useRealTimers()
  }
}

describe('Ctrl+Enter in the form', () => {
  test('orders without the review, and sends nothing while it can be taken back', async () => {
    const { scene, popup } = await filledIn()
    const pass = await holding(() => popup.key('Enter', control))
    await popup.sees('Ordering for $7.50')
    expect([document.activeElement?.textContent, await popup.audit(), scene.adds()]).toStrictEqual([
      'Undo',
      [],
      0,
    ])
    await pass(3000)
    await popup.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
  })

  test.each([
    ['the button', (popup: Screen) => popup.press('Undo')],
    ['Escape', (popup: Screen) => popup.key('Escape')],
  ])('is taken back by %s: the form is as it was, and nothing is ever sent', async (_, undo) => {
    const { scene, popup } = await filledIn()
    const pass = await holding(() => popup.key('Enter', control))
    await popup.sees('Ordering for')
    await undo(popup)
    await popup.sees('Review order')
    await pass(10_000)
    expect([popup.total(), scene.adds()]).toStrictEqual(['7.5', 0])
  })

  test('a window that is closed meanwhile sends nothing', async () => {
    const { scene, popup } = await filledIn()
    const pass = await holding(() => popup.key('Enter', control))
    popup.close()
    await pass(10_000)
    expect(scene.adds()).toBe(0)
  })

  test('a key that is held down orders nothing, and nor does one beside a field with an issue', async () => {
    const { popup } = await filledIn()
    await popup.key('Enter', { ...control, repeat: true })
    expect(popup.text()).toContain('Review order')
    await popup.fill('Quantity', '10')
    await popup.key('Enter', control)
    await expect.poll(() => document.activeElement?.id).toBe('quantity')
    await popup.sees('The least you can order is 1,000.')
  })

  test('shows the review if a limit stands against the order, and orders nothing from there', async () => {
    const { scene, popup } = await filledIn()
    const [accountId = ''] = scene.accountIds
    await limitsItem.set({ accounts: { [accountId]: { currency: 'USD', caps: { perOrder: '5' } } } })
    await popup.key('Enter', control)
    await popup.sees('Change limit')
    await popup.key('Enter', control)
    expect([popup.text().includes('Ordering'), scene.adds()]).toStrictEqual([false, 0])
  })

  test('does not confirm the same order once more: that is a question with a button of its own', async () => {
    const { scene, popup } = await filledIn()
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('Order 123456 is placed')
    await popup.press('New order')
    await popup.choose('1')
    await popup.fill('Quantity', '3000')
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('You have ordered this before')
    await popup.key('Enter', control)
    expect([popup.text().includes('Order it again for'), scene.adds()]).toStrictEqual([true, 1])
  })

  test('with no time to undo shows the review, which it orders from', async () => {
    const { scene, popup } = await filledIn('off')
    await popup.key('Enter', control)
    await popup.sees('Order for $7.50')
    expect(scene.adds()).toBe(0)
    await popup.key('Enter', { metaKey: true })
    await popup.sees('Order 123456 is placed')
  })

  test('orders nothing above the balance', async () => {
    const { scene, popup } = await filledIn()
    scene.server.control.accounts.setFunds(mockQqtubeKey, '1')
    await popup.press('Refresh')
    await popup.sees('short')
    await popup.key('Enter', control)
    expect([popup.text().includes('Add funds'), scene.adds()]).toStrictEqual([true, 0])
  })
})

test('an order that was reviewed is held too if that is wanted, and taken back to its review', async () => {
  const { scene, popup } = await filledIn('5')
  await popup.press('Review order')
  const pass = await holding(() => popup.press('Order for '))
  await popup.sees('Nothing is sent for 5 seconds.')
  await popup.press('Undo')
  await popup.sees('Order for $7.50')
  await pass(10_000)
  expect(scene.adds()).toBe(0)
})

test('the settings choose how long, and say what that means', async () => {
  await using scene = await openScene()
  const settings = await scene.openSettings()
  await settings.sees('An order you reviewed is sent at once.')
  await settings.select('Time to undo an order', 'Off')
  await settings.sees('Ctrl+Enter shows the review first')
  expect(await undoWindowItem.get()).toBe('off')
})

test.each([
  ['off', 0, 0],
  ['shortcut', 0, 3000],
  ['3', 3000, 3000],
  ['5', 5000, 5000],
] as const)('%s holds a reviewed order for %d ms and one by the shortcut for %d', (value, review, shortcut) =>
  expect([undoMs(value, 'review'), undoMs(value, 'shortcut')]).toStrictEqual([review, shortcut]),
)

test('the number of an order stands once on its outcome, and is copied by a click', async () => {
  const written: string[] = []
  const clipboard = { writeText: async (text: string) => written.push(text) }
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'clipboard')
  })
  const { popup } = await filledIn()
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('Order 123456 is placed')
  expect(popup.text().split('123456')).toHaveLength(2)
  await popup.press('Copy the order number')
  await popup.sees('Copied')
  expect([written, await popup.audit()]).toStrictEqual([['123456'], []])
})

test('the focus stands in the search for a service when the window opens', async () => {
  await using scene = await openScene()
  await scene.openPopup()
  await expect.poll(() => document.activeElement?.id).toBe('service')
})
