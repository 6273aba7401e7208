import { expect, test } from 'vitest'
import { accountsItem, activeAccountItem } from '../accounts/account-store.ts'
import { consentItem } from '../checkout/consent.ts'
import { openWelcomeModel } from './welcome-model.ts'

test('consent is stored with its version and time, and can be taken back', async () => {
  const model = await openWelcomeModel()
  expect(model.isAccepted.value).toBe(false)
  await model.accept(new Date('2026-11-22T12:00:00Z'))
  expect(await consentItem.get()).toStrictEqual({ version: 1, at: '2026-11-22T12:00:00.000Z' })
  expect((await openWelcomeModel()).isAccepted.value).toBe(true)
  await model.withdraw()
  expect((await openWelcomeModel()).isAccepted.value).toBe(false)
})

test('consent to an earlier text is asked for again', async () => {
  await consentItem.set({ version: 0, at: '2026-01-01T00:00:00.000Z' })
  expect((await openWelcomeModel()).isAccepted.value).toBe(false)
})

test('the demo is added and chosen, and the next step is then another', async () => {
  const model = await openWelcomeModel()
  expect([model.hasAccount.value, model.isDemoReady.value]).toStrictEqual([false, false])
  await model.tryDemo()
  expect([model.hasAccount.value, model.isDemoReady.value]).toStrictEqual([true, true])
  expect((await accountsItem.get()).map(({ id }) => id)).toStrictEqual(['demo'])
  expect(await activeAccountItem.get()).toBe('demo')
})
