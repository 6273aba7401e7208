import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import { accountsItem } from '../../accounts/account-store.ts'

test('a changed address asks for the key again, and nothing goes there without a key of its own', async () => {
  await using scene = await openScene()
  await using other = await createMockServer({ accounts: [{ key: 'a-key-of-the-other-one' }] })
  const settings = await scene.openSettings()
  await settings.press('Edit')
  await settings.sees('Leave empty to keep the stored key.')
  await settings.fill('Address of the API', `${other.url}/v1-api`)
  await settings.sees(`The stored key is for ${new URL(scene.server.url).host}`)
  await settings.press('Save and test')
  await settings.sees('Paste the key from your account there.')
  expect(await settings.audit()).toStrictEqual([])
  expect(other.control.requestLog.list()).toStrictEqual([])

  await settings.fill('Key', 'a-key-of-the-other-one')
  await settings.press('Save and test')
  await settings.sees('$1,000.00')
  const sent = other.control.requestLog.list()
  expect(sent.length).toBeGreaterThan(0)
  expect(JSON.stringify(sent)).not.toContain(mockQqtubeKey)
})

test('an account that came to another address in some other way asks for its key, in popup and settings', async () => {
  await using scene = await openScene()
  await using other = await createMockServer()
  await accountsItem.update(accounts =>
    accounts.map(account => ({ ...account, baseUrl: `${other.url}/v1-api` })),
  )
  const popup = await scene.openPopup()
  await popup.sees(`There is no key for QQTube at ${new URL(other.url).host}`)
  popup.close()
  const settings = await scene.openSettings()
  await settings.sees('No key for QQTube')
  await settings.press('Test connection')
  await settings.sees(`There is no key for QQTube at ${new URL(other.url).host}`)
  expect(other.control.requestLog.list()).toStrictEqual([])
})
