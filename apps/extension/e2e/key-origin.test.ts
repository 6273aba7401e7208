import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver } from './popup-driver.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

test('a changed address asks for the key again, and nothing goes there without a key of its own', async () => {
  await using scene = await stage.scene()
  await using other = await createMockServer({ accounts: [{ key: 'a-key-of-the-other-one' }] })
  await scene.options.reload()
  await scene.options.bringToFront()
  const settings = openPopupDriver(scene.options)
  await settings.press('Edit')
  await settings.sees('Leave empty to keep the stored key.')
  await settings.fill('Address of the API', `${other.url}/v1-api`)
  await settings.sees(`The stored key is for ${new URL(scene.server.url).host}`)
  await settings.press('Save and test')
  await settings.sees('Paste the key from your account there.')
  expect(await look(settings, 'options-other-origin')).toStrictEqual([])
  expect(other.control.requestLog.list()).toStrictEqual([])

  await settings.fill('Key', 'a-key-of-the-other-one')
  await settings.press('Save and test')
  await settings.sees('Balance $')
  const sent = other.control.requestLog.list()
  expect(sent.length).toBeGreaterThan(0)
  expect(JSON.stringify(sent)).not.toContain(mockQqtubeKey)
})

test('an account that came to another address in some other way asks for its key, in popup and settings', async () => {
  await using scene = await stage.scene()
  await using other = await createMockServer()
  await scene.options.evaluate(async baseUrl => {
    const { accounts } = await chrome.storage.local.get<{ accounts: { version: number; value: object[] } }>(
      'accounts',
    )
    const value = accounts.value.map(account => ({ ...account, baseUrl }))
    await chrome.storage.local.set({ accounts: { ...accounts, value } })
  }, `${other.url}/v1-api`)
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees(`There is no key for QQTube at ${new URL(other.url).host}`)
  await popup.close()
  await scene.options.reload()
  await scene.options.bringToFront()
  const settings = openPopupDriver(scene.options)
  await settings.sees('No key for QQTube')
  await settings.press('Test connection')
  await settings.sees(`There is no key for QQTube at ${new URL(other.url).host}`)
  expect(other.control.requestLog.list()).toStrictEqual([])
})
