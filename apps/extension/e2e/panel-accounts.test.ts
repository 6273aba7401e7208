import { mockPanelKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPanelScene } from './panel-scene.ts'
import { openPopupDriver } from './popup-driver.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const accounts = [
  { upstream: 'qqtube', key: 'sample-key-of-qqtube', funds: '34.21' },
  { upstream: 'panel', key: mockPanelKey, funds: '100.84292', currency: 'USDT' },
] as const

test('an account of either kind is added in the settings, its kind chosen once', async () => {
  await using scene = await stage.scene({ hasAccount: false, server: { accounts } })
  const driver = openPopupDriver(await scene.chromium.openExtensionPage('src/screens/options.html'))
  const add = async (name: string, kind: string, path: string, key: string): Promise<void> => {
    await driver.fill('Name', name)
    await driver.select('Kind', kind)
    await driver.fill('Address of the API', `${scene.server.url}${path}`)
    await driver.fill('Key', key)
    await driver.press('Save and test')
  }
  await driver.select('Kind', 'Panel (API v2)')
  expect(
    await driver.page.$eval(
      '#account-url',
      field => field instanceof HTMLInputElement && [field.value, field.placeholder],
    ),
  ).toStrictEqual(['', 'https://panel.example/api/v2'])
  expect(await look(driver, 'panel-options-form')).toStrictEqual([])
  await add('My panel', 'Panel (API v2)', '/api/v2', mockPanelKey)
  await driver.sees('Balance 100.84292 USDT')
  await driver.press('Add an account')
  await add('My QQTube', 'QQTube', '/v1-api', 'sample-key-of-qqtube')
  await driver.sees('Balance $34.21')
  await driver.page.$eval('main', () => scrollTo(0, 0))
  expect(await look(driver, 'panel-options')).toStrictEqual([])
  await driver.press('Edit')
  await driver.sees('Edit My panel')
  expect(await driver.page.$('#account-kind')).toBeNull()
  await driver.close()
})

test('both side by side: the keyboard switches, and services, balance, draft and orders follow', async () => {
  await using scene = await openPanelScene(stage, { hasBoth: true })
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.sees('42 services to choose from')
  await popup.choose('1 acorn')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for $0.90')
  await popup.sees('is placed')
  await popup.press('New order')
  await popup.choose('7 gorse')
  await popup.fill('Quantity', '10')

  const chosen = (): Promise<string | undefined> =>
    popup.page.$eval('::-p-aria([name="Account"])', select =>
      select instanceof HTMLSelectElement ? select.selectedOptions[0]?.text : undefined,
    )
  expect(await chosen()).toBe('Panel')
  await popup.page.$eval('::-p-aria([name="Account"])', select =>
    select instanceof HTMLElement ? select.focus() : undefined,
  )
  await popup.page.keyboard.press('ArrowUp')
  await popup.page.waitForFunction(() => document.querySelector('#quantity') === null)
  expect(await chosen()).toBe('QQTube')
  const services = scene.server.control.catalogue.services('qqtube').length
  await popup.sees(`${services} services to choose from`)
  await popup.sees('$1,000.00')
  await popup.choose('views alder')
  await popup.fill('Quantity', '10000')
  expect(await popup.total()).toBe('22')
  expect(await look(popup, 'panel-switcher')).toStrictEqual([])
  await popup.press('Orders')
  await popup.sees('No orders yet')

  await popup.select('Account', 'Panel')
  await popup.sees('1,000 × Followers · Acorn')
  await popup.press('Order')
  expect(await popup.total()).toBe('0.0031')
  await popup.sees('$999.10')
})

describe('a panel that answers amiss', () => {
  test.each([
    ['an error with HTTP 200', { key: 'not-the-right-key' }, 'The key of Panel was not accepted'],
    ['HTML', { fault: 'html' }, 'answered, but not as this kind of API does'],
    ['an empty body', { fault: 'empty' }, 'answered, but not as this kind of API does'],
  ] as const)('with %s gets a sentence that says what to do', async (_, amiss, sentence) => {
    const key = 'key' in amiss ? 'the-key-it-has-now' : mockPanelKey
    await using scene = await openPanelScene(stage, {
      server: { accounts: [{ upstream: 'panel', key }] },
    })
    if ('fault' in amiss) scene.server.control.faults.add({ fault: amiss.fault, times: 50 })
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees(sentence)
    await popup.picture(`panel-amiss-${'fault' in amiss ? amiss.fault : 'error'}`)
    await popup.close()
  })

  test.each(['html', 'empty'] as const)(
    'with %s to an order leaves it unknown: the person looks, and gives its number',
    async fault => {
      await using scene = await openPanelScene(stage)
      const popup = await scene.openPopup(await scene.openPage())
      await popup.choose('1 acorn')
      await popup.fill('Quantity', '1000')
      await popup.press('Review order')
      scene.server.control.faults.add({ action: 'add', fault })
      await popup.press('Order for ')
      await popup.sees('It is not known whether the order was taken')
      await popup.sees('look for it at Panel')
      expect(await popup.text()).not.toContain('Look it up')
      await popup.fill('Its number at Panel', '99')
      await popup.press('It was placed')
      await popup.sees('The upstream knows no order 99; check the number.')
      await popup.sees('The balance fell by $0.90, as it would by this order ($0.90)')
      expect(await look(popup, 'panel-unknown')).toStrictEqual([])
      await popup.fill('Its number at Panel', '123456')
      await popup.press('It was placed')
      await popup.sees('Order 123456 is placed')
      expect(scene.adds()).toBe(1)
    },
  )

  test('with an error to an order is told in its own words and in plain ones', async () => {
    await using scene = await openPanelScene(stage)
    const popup = await scene.openPopup(await scene.openPage())
    await popup.choose('1 acorn')
    await popup.fill('Quantity', '1000')
    await popup.press('Review order')
    // The funds go after the check and before the order, as when another window spends them.
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await expect.poll(() => held.remaining()).toBe(0)
    scene.server.control.accounts.setFunds(mockPanelKey, '0.5')
    held.release()
    await popup.sees('“Not enough funds on balance” Your balance there does not cover it.')
    await popup.sees('Nothing was charged.')
  })
})
