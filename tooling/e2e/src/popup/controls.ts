import { type Page, TimeoutError } from 'puppeteer-core'

// Everything is found by the words that a person reads, so that the demo breaks where a person would be lost.

/** Types into the field with this label, as a person would: what stood there is replaced. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await within(`no field "${label}" to fill in`, page.locator(`aria/${label}`).fill(text))
}

/** Clicks what has this name. */
export async function press(page: Page, name: string): Promise<void> {
  await within(`nothing named "${name}" to click`, page.locator(`aria/${name}`).click())
}

/** Clicks the button whose words begin so. */
export async function pressButton(page: Page, words: string): Promise<void> {
  await within(`no button "${words}" to click`, page.locator(`button::-p-text(${words})`).click())
}

/** Chooses the option with these words in the field with this label. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = await within(`no field "${label}"`, page.locator(`aria/${label}`).waitHandle())
  const value = await field.evaluate((element, wanted) => {
    const options = [...element.querySelectorAll('option')]
    return options.find(option => option.textContent === wanted)?.value
  }, words)
  if (value === undefined) throw new Error(`the field "${label}" has no choice "${words}"`)
  await fill(page, label, value)
}

/** Resolves once the words are on the page. */
export async function see(page: Page, words: string): Promise<void> {
  await within(`no "${words}" to be seen`, page.locator(`::-p-text(${words})`).wait())
}

/** The exact amount that the page shows at `selector`, as a decimal string: a screen may round, the element does not. */
export async function amountAt(page: Page, selector: string): Promise<string> {
  const amount = await within('no amount to be seen', page.locator(`${selector} data`).waitHandle())
  return await amount.evaluate(element => element.getAttribute('value') ?? '')
}

/** What a person would say where puppeteer says that it has waited too long. */
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
