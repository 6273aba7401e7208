import { mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

async function fillAccount(settings: Screen, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await settings.fill(label, text)
  await settings.press('Save and test')
}

test('without an account the popup leads to the settings', async () => {
  await using scene = await openScene({ accounts: [] })
  const popup = await scene.openPopup()
  await popup.sees('Connect an account')
  await popup.press('Add an account')
  expect(scene.opened).toStrictEqual([expect.stringMatching(/options\.html$/)])
})

test('nothing can be ordered before consent, which the popup leads to', async () => {
  await using scene = await openScene({ hasConsent: false })
  const popup = await scene.openPopup()
  await popup.sees('One thing first')
  expect(popup.root.querySelector('#service')).toBeNull()
  await popup.press('Read and decide')
  expect(scene.opened).toStrictEqual([expect.stringMatching(/welcome\.html$/)])
})

describe('an account', () => {
  test('is added, tested, edited and removed, and its key is never shown again', async () => {
    await using scene = await openScene({ accounts: [] })
    const driver = await scene.openSettings()
    await driver.press('Save and test')
    await driver.sees('Give the account a name')
    await driver.sees('Paste the key')
    await fillAccount(driver, {
      Name: 'Main',
      'Address of the API': `${scene.server.url.replace('127.0.0.1', 'localhost')}/v1-api`,
      Key: mockQqtubeKey,
    })
    await driver.sees('$1,000.00')
    await driver.sees('key …tube')
    expect(driver.root.outerHTML).not.toContain(mockQqtubeKey)

    await driver.press('Edit')
    expect(await driver.valueOf('Key')).toBe('')
    await fillAccount(driver, { Name: 'Renamed' })
    await driver.sees('Renamed')
    await driver.sees('$1,000.00')

    await driver.press('Remove')
    await driver.press('Remove account and key')
    await expect.poll(() => driver.root.querySelector('article')).toBeNull()
    const stored = await chrome.storage.local.get(null)
    expect(JSON.stringify(stored)).not.toContain(mockQqtubeKey)
  })

  test('with a wrong key, a dead address or no API there is told of in a sentence', async () => {
    await using scene = await openScene({ accounts: [] })
    const driver = await scene.openSettings()
    const url = `${scene.server.url}/v1-api`
    await fillAccount(driver, { Name: 'Main', 'Address of the API': url, Key: 'not-the-right-key' })
    await driver.sees('Main didn’t accept your key')

    await driver.press('Edit')
    await fillAccount(driver, { 'Address of the API': `${scene.server.url}/nowhere` })
    await driver.sees('no API at this address')

    await driver.press('Edit')
    // Another origin takes a key of its own.
    await fillAccount(driver, { 'Address of the API': 'http://127.0.0.1:4/v1-api', Key: 'not-the-right-key' })
    await driver.sees('Can’t reach')

    await driver.press('Edit')
    await fillAccount(driver, { 'Address of the API': 'http://example.com/api' })
    await driver.sees('Start the address with https://')

    await fillAccount(driver, { 'Address of the API': 'http://127.0.0.1:6000/v1-api' })
    await driver.sees('Browsers never open port 6000')
  })

  test('with a wrong key cannot load services in the popup, which says why', async () => {
    await using scene = await openScene({ key: 'not-the-right-key' })
    const popup = await scene.openPopup()
    await popup.sees('QQTube didn’t accept your key')
  })
})

const accounts = [
  { upstream: 'qqtube', key: 'sample-key-of-qqtube', funds: '34.21' },
  { upstream: 'panel', key: mockPanelKey, funds: '100.84292', currency: 'USDT' },
] as const

test('an account of either kind is added in the settings, its kind chosen once', async () => {
  await using scene = await openScene({ accounts: [], server: { accounts } })
  const driver = await scene.openSettings()
  const add = async (name: string, kind: string, path: string, key: string): Promise<void> => {
    await driver.fill('Name', name)
    await driver.select('Kind', kind)
    await driver.fill('Address of the API', `${scene.server.url}${path}`)
    await driver.fill('Key', key)
    await driver.press('Save and test')
  }
  await driver.select('Kind', 'Panel (API v2)')
  const address = await driver.shown('#account-url')
  expect(await driver.valueOf('Address of the API')).toBe('')
  expect(address.getAttribute('placeholder')).toBe('https://panel.example/api/v2')
  expect(await driver.audit()).toStrictEqual([])
  await add('My panel', 'Panel (API v2)', '/api/v2', mockPanelKey)
  await driver.sees('100.84292 USDT')
  await driver.press('Add an account')
  await add('My QQTube', 'QQTube', '/v1-api', 'sample-key-of-qqtube')
  await driver.sees('$34.21')
  expect(await driver.audit()).toStrictEqual([])
  await driver.press('Edit')
  await driver.sees('Edit My panel')
  expect(driver.root.querySelector('#account-kind')).toBeNull()
})

test('an account whose order is in doubt stays, and says why', async () => {
  await using scene = await openScene()
  scene.server.control.faults.add({ action: 'submissions', fault: 'html', times: 20 })
  scene.server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
  const popup = await scene.openPopup()
  await popup.choose('3 cedar')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for')
  await popup.sees('We don’t know yet if this order went through')
  popup.close()
  const settings = await scene.openSettings()
  await settings.press('Remove')
  await settings.press('Remove account and key')
  await settings.sees('An order through this account isn’t settled yet')
  expect(await settings.audit()).toStrictEqual([])
})
