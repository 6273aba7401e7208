import { setTimeout as pause } from 'node:timers/promises'
import type { ElementHandle, Page } from 'puppeteer-core'

// What a person does in the popup, by the words and fields on it.

/** What no step of a person takes as long as. */
const patienceMs = 10_000

/** How the person presses the button that orders. */
export type Press = 'click' | 'double-click' | 'enter-twice'

/** Goes from the form, which has an order in it, to its review. */
export async function review(popup: Page): Promise<void> {
  popup.setDefaultTimeout(patienceMs)
  // The form is complete once it has a price.
  await shown(popup, '[data-testid="total"] data[value]')
  await press(popup, 'Review order')
  await shown(popup, buttonPath('Order for '))
}

/** Presses the button that orders. */
export async function order(popup: Page, how: Press): Promise<void> {
  if (how !== 'enter-twice') {
    await press(popup, 'Order for ', how === 'double-click' ? 2 : 1)
    return
  }
  const button = await shown(popup, buttonPath('Order for '))
  await button.focus()
  await popup.keyboard.press('Enter')
  await popup.keyboard.press('Enter')
}

/** Presses the button whose words begin so, once it is there. */
export async function press(page: Page, words: string, count = 1): Promise<void> {
  await clickWhileThere(() => shown(page, buttonPath(words)), count)
}

/**
 * Clicks what is found; what moved or was drawn anew under the pointer is found and clicked again. False where
 * nothing is found.
 */
export async function clickWhileThere(
  find: () => Promise<ElementHandle | null>,
  count = 1,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const element = await find()
    if (element === null) return false
    try {
      await element.click({ count })
      return true
    } catch (error) {
      const isMoved = error instanceof Error && /not clickable|detached from document/.test(error.message)
      if (!isMoved || attempt === 10) throw error
      await pause(30)
    }
  }
}

function buttonPath(words: string): string {
  return `::-p-xpath(//button[starts-with(normalize-space(.), "${words}")])`
}

/** The element, once it is there. */
export async function shown(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(selector)
  if (element === null) throw new Error(`There is no ${selector}.`)
  return element
}
