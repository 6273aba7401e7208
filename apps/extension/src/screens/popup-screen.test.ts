import { mockPanelKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { openScene } from '../../test/scene.tsx'

test('both side by side: services, balance, draft and orders follow', async () => {
  await using scene = await openScene({ accounts: ['qqtube', 'panel'] })
  const popup = await scene.openPopup()
  await popup.sees('42 services to choose from')
  await popup.choose('1 acorn')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for $0.90')
  await popup.sees('is placed')
  await popup.press('New order')
  await popup.choose('7 gorse')
  await popup.fill('Quantity', '10')

  expect(await popup.valueOf('Account')).toBe('Panel')
  await popup.select('Account', 'QQTube')
  await expect.poll(() => popup.root.querySelector('#quantity')).toBeNull()
  const services = scene.server.control.catalogue.services('qqtube').length
  await popup.sees(`${services} services to choose from`)
  await popup.sees('$1,000.00')
  await popup.choose('views alder')
  await popup.fill('Quantity', '10000')
  await expect.poll(() => popup.total()).toBe('22')
  expect(await popup.audit()).toStrictEqual([])
  await popup.press('Orders')
  await popup.sees('No orders yet')

  await popup.select('Account', 'Panel')
  await popup.sees('1,000 × Followers · Acorn')
  await popup.press('Order')
  await expect.poll(() => popup.total()).toBe('0.0031')
  await popup.sees('$999.10')
})

describe('a panel that answers amiss', () => {
  test.each([
    ['an error with HTTP 200', { key: 'not-the-right-key' }, 'Panel didn’t accept your key'],
    ['HTML', { fault: 'html' }, 'doesn’t answer like'],
    ['an empty body', { fault: 'empty' }, 'doesn’t answer like'],
  ] as const)('with %s gets a sentence that says what to do', async (_, amiss, sentence) => {
    const key = 'key' in amiss ? 'the-key-it-has-now' : mockPanelKey
    await using scene = await openScene({
      accounts: ['panel'],
      server: { accounts: [{ upstream: 'panel', key }] },
    })
    if ('fault' in amiss) scene.server.control.faults.add({ fault: amiss.fault, times: 50 })
    const popup = await scene.openPopup()
    await popup.sees(sentence)
    popup.close()
  })

  test.each(['html', 'empty'] as const)(
    'with %s to an order leaves it unknown: the person looks, and gives its number',
    async fault => {
      await using scene = await openScene({ accounts: ['panel'] })
      const popup = await scene.openPopup()
      await popup.choose('1 acorn')
      await popup.fill('Quantity', '1000')
      await popup.press('Review order')
      scene.server.control.faults.add({ action: 'add', fault })
      await popup.press('Order for ')
      await popup.sees('We don’t know yet if this order went through')
      await popup.sees('ook for it at Panel')
      expect(popup.text()).not.toContain('Look it up')
      await popup.fill('Its number at Panel', '99')
      await popup.press('It was placed')
      await popup.sees('There is no order 99 there.')
      await popup.sees('Your balance fell by $0.90')
      expect(await popup.audit()).toStrictEqual([])
      await popup.fill('Its number at Panel', '123456')
      await popup.press('It was placed')
      await popup.sees('Order 123456 is placed')
      expect(scene.adds()).toBe(1)
    },
  )

  test('with an error to an order is told in its own words and in plain ones', async () => {
    await using scene = await openScene({ accounts: ['panel'] })
    const popup = await scene.openPopup()
    await popup.choose('1 acorn')
    await popup.fill('Quantity', '1000')
    await popup.press('Review order')
    // The funds go after the check and before the order, as when another window spends them.
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await expect.poll(() => held.remaining()).toBe(0)
    scene.server.control.accounts.setFunds(mockPanelKey, '0.5')
    held.release()
    await popup.sees('“Not enough funds on balance” Your balance there doesn’t cover it.')
    await popup.sees('Nothing was charged.')
  })
})
