import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** The options page, freshly loaded, in front. */
async function openOptions({ options }: Scene): Promise<Page> {
  await options.reload()
  await options.bringToFront()
  return options
}

async function fillAccount(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const driver = openPopupDriver(page)
  for (const [label, text] of Object.entries(fields)) await driver.fill(label, text)
  await driver.press('Save and test')
}

test('nothing can be ordered before consent, which the popup leads to and which is asked once', async () => {
  await using scene = await stage.scene({ hasConsent: false })
  const page = await scene.openPage()
  const refusing = await scene.openPopup(page)
  await refusing.sees('One thing first')
  await refusing.picture('gate-consent')
  const opened = scene.chromium.browser.waitForTarget(target => target.url().endsWith('welcome.html'))
  await refusing.press('Read and decide')
  const welcome = await (await opened).page()
  if (welcome === null) throw new Error('the first-run page has no tab')
  const driver = openPopupDriver(welcome)
  await driver.sees('forbid artificial engagement')
  await driver.sees('can be unlawful')
  await driver.picture('welcome')
  await driver.press('I understand')
  await driver.sees('Accepted on')
  await welcome.close()
  const popup = await scene.openPopup(page)
  await popup.sees('services to choose from')
})

test('without an account the popup leads to the settings', async () => {
  await using scene = await stage.scene({ hasAccount: false })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('Connect an account')
  await popup.picture('gate-account')
})

describe('an account', () => {
  test('is added, tested, edited and removed, and its key is never shown again', async () => {
    await using scene = await stage.scene({ hasAccount: false })
    const page = await openOptions(scene)
    const driver = openPopupDriver(page)
    await driver.press('Save and test')
    await driver.sees('Give the account a name')
    await driver.sees('Paste the key')
    await fillAccount(page, {
      Name: 'Main',
      'Address of the API': `${scene.server.url.replace('127.0.0.1', 'localhost')}/v1-api`,
      Key: mockQqtubeKey,
    })
    await driver.sees('Balance $1,000.00')
    await driver.sees('key …tube')
    await driver.picture('options-connected')
    expect(await page.content()).not.toContain(mockQqtubeKey)

    await driver.press('Edit')
    expect(await page.$eval('#account-key', field => field instanceof HTMLInputElement && field.value)).toBe(
      '',
    )
    await fillAccount(page, { Name: 'Renamed' })
    await driver.sees('Renamed')
    await driver.sees('Balance $1,000.00')

    await driver.press('Remove')
    await driver.press('Remove account and key')
    await page.waitForFunction(() => document.querySelector('article') === null)
    const stored = await page.evaluate(() => chrome.storage.local.get(null))
    expect(JSON.stringify(stored)).not.toContain(mockQqtubeKey)
  })

  test('with a wrong key, a dead address or no API there is told of in a sentence', async () => {
    await using scene = await stage.scene({ hasAccount: false })
    const page = await openOptions(scene)
    const driver = openPopupDriver(page)
    const url = `${scene.server.url}/v1-api`
    await fillAccount(page, { Name: 'Main', 'Address of the API': url, Key: 'not-the-right-key' })
    await driver.sees('Main didn’t accept your key')
    await driver.picture('options-wrong-key')

    await driver.press('Edit')
    await fillAccount(page, { 'Address of the API': `${scene.server.url}/nowhere` })
    await driver.sees('no API at this address')

    await driver.press('Edit')
    // Another origin takes a key of its own.
    await fillAccount(page, { 'Address of the API': 'http://127.0.0.1:4/v1-api', Key: 'not-the-right-key' })
    await driver.sees('Can’t reach')

    await driver.press('Edit')
    await fillAccount(page, { 'Address of the API': 'http://example.com/api' })
    await driver.sees('starts with https://')

    await fillAccount(page, { 'Address of the API': 'http://127.0.0.1:6000/v1-api' })
    await driver.sees('Browsers never open port 6000')
  })

  test('with a wrong key cannot load services in the popup, which says why', async () => {
    await using scene = await stage.scene({ key: 'not-the-right-key' })
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees('QQTube didn’t accept your key')
    await popup.picture('popup-wrong-key')
  })
})
