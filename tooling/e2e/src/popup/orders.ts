import type { ElementHandle, Page } from 'puppeteer-core'
import { clickWhileThere, press, shown } from './controls.ts'

// The list of orders in the popup, as a person uses it.

/** Goes to the list of orders. */
export async function openOrders(popup: Page): Promise<void> {
  await press(popup, 'Orders')
}

/** The card of the order for that video, once it is there. */
function card(popup: Page, videoId: string): Promise<ElementHandle> {
  return shown(popup, `::-p-xpath(//article[contains(., "${videoId}")])`)
}

/** What the cards of orders for that video say. */
export function cardText(popup: Page, videoId: string): Promise<string> {
  return popup.$$eval(
    'article',
    (cards, id) =>
      cards
        .map(({ textContent }) => textContent ?? '')
        .filter(text => text.includes(id))
        .join('\n'),
    videoId,
  )
}

/** Waits for a card of that video to say the words; what it does say is for the judge. */
export async function cardSays(popup: Page, videoId: string, words: string): Promise<void> {
  const says = popup.waitForFunction(
    (id, wanted) =>
      [...document.querySelectorAll('article')].some(
        ({ textContent }) => textContent?.includes(id) && textContent.includes(wanted),
      ),
    { timeout: 3000 },
    videoId,
    words,
  )
  await says.catch(() => undefined)
}

/**
 * Presses the button of the card whose words begin so, and resolves once nothing on the card is busy; false where
 * there is none, as when the order has been found meanwhile.
 */
export async function decide(popup: Page, videoId: string, words: string): Promise<boolean> {
  return await pressOn(popup, videoId, `.//button[starts-with(normalize-space(.), "${words}")]`)
}

/** Takes the listed order of that number for the one of the card; false where it is not offered. */
export async function adopt(popup: Page, videoId: string, orderId: string): Promise<boolean> {
  return await pressOn(popup, videoId, `.//li[contains(., "${orderId}")]//button[. = "This is it"]`)
}

/** Enters the number that the order has on the upstream's website; false where it is not asked for. */
export async function enterNumber(popup: Page, videoId: string, orderId: string): Promise<boolean> {
  const field = await (await card(popup, videoId)).$('input')
  if (field === null) return false
  await field.evaluate(input => {
    if (input instanceof HTMLInputElement) input.select()
  })
  await popup.keyboard.type(orderId)
  return await decide(popup, videoId, 'It was placed')
}

async function pressOn(popup: Page, videoId: string, path: string): Promise<boolean> {
  const find = async (): Promise<ElementHandle | null> =>
    (await card(popup, videoId)).$(`::-p-xpath(${path})`)
  if (!(await clickWhileThere(find))) return false
  await idle(popup, videoId)
  return true
}

async function idle(popup: Page, videoId: string): Promise<void> {
  await popup.waitForFunction(
    id =>
      [...document.querySelectorAll('article')]
        .filter(({ textContent }) => textContent?.includes(id))
        .every(card => card.querySelector('button[aria-disabled="true"]') === null),
    {},
    videoId,
  )
}
