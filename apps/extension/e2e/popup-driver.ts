import type { ElementHandle, Page } from 'puppeteer-core'
import { artifacts } from './stage.ts'

/**
 * The popup as a person uses it: by what fields and buttons are called. Texts come in at once, as pasted: key by key the
 * form is drawn each time, and `screens.test.ts` types so.
 */
export interface PopupDriver {
  readonly page: Page
  /** Searches the picker and takes the first match. */
  choose(query: string): Promise<void>
  /** Puts the text into the field with that label, in place of what is there. */
  fill(label: string, text: string): Promise<void>
  select(label: string, option: string): Promise<void>
  /** Presses the button whose text begins so. */
  press(text: string): Promise<void>
  /** Presses the button with the arrow: what was asked seconds ago is asked again. */
  refresh(): Promise<void>
  /** Waits for the text to be on the screen. */
  sees(text: string): Promise<void>
  text(): Promise<string>
  /** The live total, to its last digit, or blank. */
  total(): Promise<string>
  /** Takes a picture of the screen, if pictures are wanted. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export function openPopupDriver(page: Page): PopupDriver {
  page.setDefaultTimeout(20_000)
  // By what names the field in its page: asking for an accessible name has Chromium keep a tree of them from then on. Axe judges the names.
  const field = (label: string): string =>
    `::-p-xpath(//*[@aria-label = "${label}" or @id = //label[starts-with(normalize-space(.), "${label}")]/@for])`
  const sees = async (text: string): Promise<void> => {
    await page.waitForFunction(wanted => document.body.textContent?.includes(wanted), { polling: 40 }, text)
  }
  const replaceText = async (field: ElementHandle | null, text: string): Promise<void> => {
    await field?.focus()
    await field?.evaluate(control => {
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.select()
    })
    if (text === '') await page.keyboard.press('Backspace')
    else await page.keyboard.sendCharacter(text)
  }
  return {
    page,
    sees,
    choose: async query => {
      await page.waitForSelector('#service-message:not(:empty)')
      await replaceText(await page.waitForSelector('#service'), query)
      await page.waitForSelector('[role="option"][data-active]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#service[aria-expanded="false"]')
    },
    fill: async (label, text) => {
      await replaceText(await page.waitForSelector(field(label)), text)
    },
    select: async (label, option) => {
      const handle = await page.waitForSelector(field(label))
      const value = await handle?.evaluate(
        (element, name) =>
          element instanceof HTMLSelectElement
            ? [...element.options].find(candidate => candidate.text === name)?.value
            : undefined,
        option,
      )
      await handle?.select(value ?? '')
    },
    press: async text => {
      await page
        .locator(`::-p-xpath(//button[starts-with(normalize-space(.), "${text}")])`)
        .setEnsureElementIsInTheViewport(true)
        .click()
    },
    refresh: () => page.locator('[aria-label="Refresh"]').click(),
    text: () => page.evaluate(() => document.body.textContent ?? ''),
    total: async () => {
      const element = await page.waitForSelector('[data-testid="total"]')
      return (await element?.evaluate(total => total.querySelector('data')?.value ?? '')) ?? ''
    },
    picture: async name => {
      if (artifacts === undefined) return
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
      )
      await page.screenshot({ path: `${artifacts}/${name}.png` })
    },
    close: async () => {
      await page.close()
    },
  }
}
