import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'

test('options have number and price in columns, with one number of digits and the match marked', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.sees('services to choose from')
  await popup.fill('Service', 'birch')
  const option = await popup.shown('[role="option"]')
  expect([...option.children].map(({ textContent }) => textContent)).toStrictEqual([
    'Views · Birch, small orders',
    '#2',
    'from $3.10',
  ])
  expect(option.querySelector('mark')?.textContent).toBe('Birch')
  expect(await popup.audit()).toStrictEqual([])
})

test('a click sorts by the price of 1,000, and the list stays open', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.sees('services to choose from')
  await popup.fill('Service', 'views')
  await popup.press('Cheapest per 1,000 first')
  const prices = [...popup.root.querySelectorAll('.picker-option-price')].map(
    ({ textContent }) => textContent,
  )
  expect(prices.length).toBeGreaterThan(5)
  const amounts = prices.flatMap(price => /[\d.,]+/.exec(price ?? '')?.[0].replace(',', '') ?? [])
  expect(amounts).toStrictEqual(amounts.toSorted((one, other) => Number(one) - Number(other)))
})

test('the slash goes to the search from anywhere but a field', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.choose('1')
  await popup.fill('Quantity', '1000')
  await popup.key('/')
  expect(document.activeElement?.id).toBe('quantity')
  await popup.press('Price breakdown')
  await popup.key('/')
  expect(document.activeElement?.id).toBe('service')
})

test('what was ordered last comes first the next time', async () => {
  await using scene = await openScene()
  const popup = await scene.openPopup()
  await popup.choose('Cedar')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  popup.close()
  const next = await scene.openPopup()
  await next.sees('services to choose from')
  await next.pressAt('#service')
  await expect.poll(() => next.root.querySelector('.picker-option-id')?.textContent).toBe('#3')
})
