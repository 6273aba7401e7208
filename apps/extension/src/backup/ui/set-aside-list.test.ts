import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import { activeAccountItem } from '../../accounts/account-store.ts'
import { balancesItem } from '../../accounts/balances.ts'

test('what cannot be read is shown, can be looked at, and is removed by the person alone', async () => {
  await using scene = await openScene()
  await chrome.storage.local.set({
    [balancesItem.key]: { version: 1, value: 'damaged' },
    [activeAccountItem.key]: { version: 9, value: { id: 'of a later version' } },
  })
  const popup = await scene.openPopup()
  await popup.sees('services to choose from')
  popup.close()
  await chrome.storage.local.set({ 'set-aside:unreadable:1700000000000:keys': 'may be a key' })
  const settings = await scene.openSettings()
  await settings.sees('The last balances, damaged')
  await settings.sees('The account last used, written by a newer version')
  await settings.sees('It may hold keys, so it can only be removed')
  expect(await settings.audit()).toStrictEqual([])
  await settings.press('Download')
  await expect.poll(() => [...scene.files.values()].join()).toMatch(/damaged|of a later version/)
  await settings.press('Remove from here')
  await settings.press('Remove for good')
  await expect.poll(() => settings.root.querySelectorAll('.set-aside li')).toHaveLength(2)
})
