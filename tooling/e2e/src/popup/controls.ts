import { setTimeout as pause } from 'node:timers/promises'
import { type ElementHandle, type Page, TimeoutError } from 'puppeteer-core'

// What a person does with any screen of the extension. Everything is found by the words that a person reads, so that what
// drives the screens breaks where a person would be lost.

/**
 * Puts the text into the field with this label, in place of what is there. It comes in at once, as pasted: key by key the
 * form is drawn each time.
 */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await replaceText(page, await field(page, label), text)
}

/** Chooses the option with these words in the field with this label. */
export async function select(page: Page, label: string, words: string): Promise<void> {
  const control = await field(page, label)
  const value = await control.evaluate((element, wanted) => {
    const options = [...element.querySelectorAll('option')]
    return options.find(option => option.textContent === wanted)?.value
  }, words)
  if (value === undefined) throw new Error(`the field "${label}" has no choice "${words}"`)
  await control.select(value)
}

/** Searches the services for these words, and takes the first that is found. */
export async function choose(page: Page, query: string): Promise<void> {
  await within('no service to choose', page.waitForSelector('#service-message:not(:empty)'))
  await replaceText(page, await shown(page, '#service'), query)
  await within(`no service found by "${query}"`, page.waitForSelector('[role="option"][data-active]'))
  await page.keyboard.press('Enter')
  await page.waitForSelector('#service[aria-expanded="false"]')
}

/** Presses the button whose words begin so, once it is there. */
export async function press(page: Page, words: string, count = 1): Promise<void> {
  await clickWhileThere(() => within(`no button "${words}" to press`, shown(page, buttonPath(words))), count)
}

/** Asks the upstream anew about everything. */
export async function refresh(page: Page): Promise<void> {
  await clickWhileThere(() => shown(page, 'button[aria-label="Refresh"]'))
}

/** Resolves once the words are on the page. */
export async function see(page: Page, words: string): Promise<void> {
  const seen = page.waitForFunction(
    wanted => document.body.textContent?.includes(wanted),
    { polling: 40 },
    words,
  )
  await within(`no "${words}" to be seen`, seen)
}

/** Returns the exact amount that the page shows at `selector`, as a decimal string: a screen may round, the element does not. */
export async function amountAt(page: Page, selector: string): Promise<string> {
  const amount = await within('no amount to be seen', shown(page, `${selector} data`))
  return await amount.evaluate(element => element.getAttribute('value') ?? '')
}

/** Returns the live total, to its last digit, or blank if there is none. */
export async function total(page: Page): Promise<string> {
  const element = await shown(page, '[data-testid="total"]')
  return await element.evaluate(shownTotal => shownTotal.querySelector('data')?.value ?? '')
}

/** Returns the element, once it is there. */
export async function shown(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(selector)
  if (element === null) throw new Error(`There is no ${selector}.`)
  return element
}

/**
 * Clicks what is found; what moved or was drawn anew under the pointer is found and clicked again. Gives false if nothing
 * is found.
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

export function buttonPath(words: string): string {
  return `::-p-xpath(//button[starts-with(normalize-space(.), "${words}")])`
}

/** Found by what names it in its page: asking for an accessible name has Chromium keep a tree of them from then on. Axe judges the names. */
function field(page: Page, label: string): Promise<ElementHandle> {
  const path = `//*[@aria-label = "${label}" or @id = //label[starts-with(normalize-space(.), "${label}")]/@for]`
  return within(`no field "${label}"`, shown(page, `::-p-xpath(${path})`))
}

async function replaceText(page: Page, control: ElementHandle, text: string): Promise<void> {
  await control.focus()
  await control.evaluate(element => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  })
  if (text === '') await page.keyboard.press('Backspace')
  else await page.keyboard.sendCharacter(text)
}

/** Says as a person would that puppeteer has waited too long. */
async function within<T>(absence: string, act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    throw error instanceof TimeoutError ? new Error(`there is ${absence}`) : error
  }
}

/** Moves the page to `link` as the video site does: a new url at once, the title a moment later, nothing loaded. */
export async function moveTo(page: Page, link: string, title: string): Promise<void> {
  await page.evaluate(
    (url, name) => {
      history.pushState({}, '', url)
      requestAnimationFrame(() => {
        document.title = name
      })
    },
    link,
    title,
  )
  await page.waitForFunction(name => document.title === name, {}, title)
}
