import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './look.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** Names that every object has from its prototype. */
const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'] as const

const catalogue = [
  {
    id_service: '1',
    public_name: 'Sample',
    type_name: 'Sample',
    amount_minimum: '150',
    amount_increment: '100',
    example: '',
    prices: [{ minimum: '1', maximum: '50000', pricing_per: '1000', price: '2' }],
    params: names.map(name => ({
      field_name: name,
      field_label: `The ${name}`,
      field_validators: 'required',
    })),
  },
]

test('params named as what every object has are filled in, kept, reviewed and sent', async () => {
  await using scene = await stage.scene({ server: { catalogue: { qqtube: catalogue } } })
  const first = await scene.openPopup(await scene.openPage())
  await first.choose('sample')
  await first.fill('Quantity', '200')
  for (const name of names) await first.fill(`The ${name}`, `my ${name}`)
  await first.close()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('Restored')
  await popup.press('Review order')
  await popup.sees('Review your order')
  for (const name of names) await popup.sees(`my ${name}`)
  await popup.press('Order for ')
  await popup.sees('is placed')
  const [sent] = scene.server.control.requestLog.list({ action: 'add' })
  const fields = Object.entries(sent?.fields ?? {}).filter(([, value]) => value.startsWith('my '))
  expect(fields.toSorted()).toStrictEqual(names.map(name => [name, `my ${name}`]).toSorted())
})

test('a quantity is taken as people write it, shown back, and asked about where it has two meanings', async () => {
  await using scene = await stage.scene({
    server: { catalogue: { qqtube: catalogue.map(service => ({ ...service, params: [] })) } },
  })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('sample')
  await popup.sees('200 to 50,000, in steps of 100')
  expect(await popup.page.$eval('#quantity', field => field.getAttribute('placeholder'))).toBe('200')
  await popup.fill('Quantity', '9.000')
  await popup.press('Review order')
  await popup.sees('Did you mean 9,000')
  expect(await popup.total()).toBe('')
  expect(await look(popup, 'quantity-asked')).toStrictEqual([])
  await popup.fill('Quantity', '160')
  await popup.sees('The least you can order is 200.')
  await popup.fill('Quantity', '9\u202f000')
  await popup.sees('Taken as 9,000')
  expect(await popup.total()).toBe('18')
  expect(await look(popup, 'quantity-understood')).toStrictEqual([])
  await popup.press('Review order')
  await popup.press('Order for $18.00')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.quantity).toBe('9000')
})

test('Enter, Escape and the arrows are the input method’s while it composes', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('services to choose from')
  const { page } = popup
  await page.locator('#service').click()
  await page.waitForSelector('[role="option"]')
  const client = await page.createCDPSession()
  await client.send('Input.imeSetComposition', { text: 'views', selectionStart: 5, selectionEnd: 5 })
  await page.waitForSelector('[role="option"][data-active]')
  const active = (): Promise<string | undefined> =>
    page.$eval('[role="option"][data-active]', option => option.id).catch(() => undefined)
  for (const key of ['ArrowDown', 'Enter', 'Escape'] as const) {
    await page.keyboard.press(key)
    expect([await active(), await page.$eval('#service', field => field.ariaExpanded)], key).toStrictEqual([
      'service-option-0',
      'true',
    ])
  }
  await client.send('Input.insertText', { text: 'views' })
  await page.keyboard.press('Enter')
  await page.waitForSelector('#service[aria-expanded="false"]')
  expect(await page.$('#quantity')).not.toBeNull()
})

test('a link with invisible characters is read, and one of YouTube that names nothing is refused', async () => {
  await using scene = await stage.scene({
    server: { catalogue: { qqtube: catalogue.map(service => ({ ...service, params: [] })) } },
  })
  const popup = await scene.openPopup(await scene.openPage('https://www.youtube.com/@handle/live'))
  await popup.sees('Open the live stream’s own page')
  expect(await look(popup, 'live-tab')).toStrictEqual([])
  await popup.choose('sample')
  await popup.fill('Quantity', '200')
  await popup.fill('Link', 'https://www.youtube.com/@handle/live')
  await popup.press('Review order')
  await popup.sees('This address shows whatever is live')
  await popup.fill('Link', 'https://www.youtube.com/watch?v=short')
  await popup.sees('No video, channel or playlist at this YouTube link')
  await popup.fill('Link', '\u2068https://youtu.be/jNQXAC9IVRw\u200b\u2069')
  await popup.sees('Ordered for https://www.youtube.com/watch?v=jNQXAC9IVRw')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.target).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
})
