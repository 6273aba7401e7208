import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'

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
  await using scene = await openScene({ server: { catalogue: { qqtube: catalogue } } })
  const first = await scene.openPopup()
  await first.choose('sample')
  await first.fill('Quantity', '200')
  for (const name of names) await first.fill(`The ${name}`, `my ${name}`)
  first.close()
  const popup = await scene.openPopup()
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
  await using scene = await openScene({
    server: { catalogue: { qqtube: catalogue.map(service => ({ ...service, params: [] })) } },
  })
  const popup = await scene.openPopup()
  await popup.choose('sample')
  await popup.sees('200 to 50,000, in steps of 100')
  expect((await popup.shown('#quantity')).getAttribute('placeholder')).toBe('200')
  await popup.fill('Quantity', '9.000')
  await popup.press('Review order')
  await popup.sees('Did you mean 9,000')
  expect(popup.total()).toBe('')
  expect(await popup.audit()).toStrictEqual([])
  await popup.fill('Quantity', '160')
  await popup.sees('The least you can order is 200.')
  await popup.fill('Quantity', '9\u202f000')
  await popup.sees('Taken as 9,000')
  expect(popup.total()).toBe('18')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Review order')
  await popup.press('Order for $18.00')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.quantity).toBe('9000')
})

test('a link with invisible characters is read, and one of YouTube that names nothing is refused', async () => {
  await using scene = await openScene({
    server: { catalogue: { qqtube: catalogue.map(service => ({ ...service, params: [] })) } },
  })
  const popup = await scene.openPopup({ url: 'https://www.youtube.com/@handle/live', title: '' })
  await popup.sees('Open the live stream’s own page')
  expect(await popup.audit()).toStrictEqual([])
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
