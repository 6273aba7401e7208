import { expect, test } from 'vitest'
import { openScene } from '../../../test/scene.tsx'
import { templatesItem } from '../templates-model.ts'

test('a template fills the form in again for another page, and goes when it is removed', async () => {
  await using scene = await openScene()
  const first = await scene.openPopup()
  await first.choose('13')
  await first.fill('Quantity', '200')
  await first.press('Templates')
  await first.fill('Name of the template', '  Launch  ')
  await first.press('Save template')
  await first.sees('Launch')
  expect(await first.audit()).toStrictEqual([])
  first.close()
  expect(await templatesItem.get()).toMatchObject([{ name: 'Launch', serviceId: '13', quantity: '200' }])

  const popup = await scene.openPopup({ url: 'https://youtu.be/aaaaaaaaaaa', title: 'Another - YouTube' })
  await popup.choose('16')
  await popup.fill('Quantity', '1000')
  await popup.press('Launch')
  expect(await popup.valueOf('Quantity')).toBe('200')
  expect(popup.total()).toBe('1.8')
  await popup.pressAt('.templates li button:last-child')
  await popup.seesNoMore('Launch')
  expect(await templatesItem.get()).toStrictEqual([])
})

test('a template belongs to its account, and a name is there once', async () => {
  await using scene = await openScene({ accounts: ['panel', 'qqtube'] })
  const [panel, qqtube] = scene.accountIds
  const popup = await scene.openPopup()
  await popup.choose('13')
  for (const quantity of ['100', '300']) {
    await popup.fill('Quantity', quantity)
    await popup.fill('Name of the template', 'Likes')
    await popup.press('Save template')
    await popup.sees('Likes')
  }
  const stored = await templatesItem.get()
  expect(stored.map(({ accountId, quantity }) => [accountId, quantity])).toStrictEqual([[qqtube, '300']])
  await popup.select('Account', 'Panel')
  await popup.seesNoMore('Name of the template')
  expect(panel).not.toBe(qqtube)
})
