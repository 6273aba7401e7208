import type { Page } from 'puppeteer-core'
import { buttonPath, press, shown } from './controls.ts'

// From a form with an order in it to the order.

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
