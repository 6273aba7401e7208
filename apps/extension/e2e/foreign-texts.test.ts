import { openPopupDriver } from '@orderwright/e2e'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const [service, category, label, words, account] = ['צפיות זהב', 'קטגוריה', 'דקות', 'הסבר', 'חשבון ראשי']

const catalogue = [
  {
    id_service: '1',
    public_name: service,
    type_name: category,
    amount_minimum: '10',
    amount_increment: '10',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: [{ minimum: '10', maximum: '1000', pricing_per: '10', price: '1' }],
    params: [
      {
        field_name: 'minutes',
        field_label: label,
        field_descr: words,
        field_placeholder: words,
        field_validators: 'required|min:5',
        is_price_modifier: '1',
        modify_type: 'add',
        modify_every: '1',
        modify_by: '0.5',
        options: [],
      },
    ],
  },
]

/** The texts of right-to-left letters that could turn over what stands beside them on the page. */
function unruly(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isByItself = (element: HTMLElement | null): boolean =>
      element !== null && (element.dir === 'auto' || getComputedStyle(element).unicodeBidi === 'plaintext')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const own = node.parentElement
      const bare = text.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '')
      if (!/[\u0590-\u05ff]/.test(bare) || own?.closest('bdi, textarea') || isByItself(own)) continue
      found.push(`${own?.outerHTML}`)
    }
    return found
  })
}

test('no text of others turns over the words around it, on any screen', async () => {
  await using scene = await stage.scene({ server: { catalogue: { qqtube: catalogue } } })
  const options = openPopupDriver(await scene.chromium.openExtensionPage('src/screens/options.html'))
  await options.press('Edit')
  await options.fill('Name', account)
  const found = [...(await unruly(options.page))]
  await options.press('Save and test')
  await options.sees('Connected')
  await options.press('Remove')
  found.push(...(await unruly(options.page)))
  await options.press('Cancel')
  await options.press('Edit')
  await options.sees('Edit ')
  found.push(...(await unruly(options.page)))
  await options.close()

  const page = await scene.openPage()
  await page.evaluate(title => {
    document.title = `(3) ${title} - YouTube`
  }, words)
  const popup = await scene.openPopup(page)
  const look = async (name: string): Promise<void> => {
    found.push(...(await unruly(popup.page)).map(element => `${name}: ${element}`))
  }
  await popup.sees(words)
  await popup.page.locator('#service').click()
  await popup.page.waitForSelector('[role="option"]')
  await popup.page.keyboard.type('עוד')
  await popup.sees('match')
  await look('picker, none')
  await popup.page.keyboard.press('Escape')
  await popup.choose(service)
  await popup.press('Review order')
  await look('issues')
  await popup.fill('Quantity', '100')
  await popup.fill(label, '7')
  await popup.press('Price breakdown')
  await look('form')
  scene.server.control.faults.add({ fault: 'html-403', action: 'add' })
  await popup.press('Review order')
  await look('review')
  await popup.press('Order for ')
  await popup.sees('refused')
  await look('refused')
  await popup.press('Back to the form')
  scene.server.control.faults.add({ fault: 'empty', action: 'add' })
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.page.waitForSelector('.undecided')
  await look('unknown')
  await popup.press('All orders')
  await popup.sees('Refused')
  await look('orders')
  expect(found).toStrictEqual([])
})
