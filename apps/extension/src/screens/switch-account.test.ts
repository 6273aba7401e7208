import { expect, onTestFinished, test } from 'vitest'
import { placed, setUp, setUpPanel } from '../../test/set-up.ts'
import { activeAccountItem } from '../accounts/account-store.ts'
import { handleRequest } from '../messages.ts'
import { blankForm } from '../order-form/form-model.ts'
import { openPopupModel, type PopupModel } from './popup-model.ts'

async function openPopup(): Promise<PopupModel> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const model = await openPopupModel(end.signal)
  await model.refresh()
  return model
}

const isRestored = async (): Promise<boolean> => (await openPopup()).drafts.notice.value?.kind === 'restored'

test('services, balance, currency, abilities and draft are those of the account that is chosen', async () => {
  await using panel = await setUpPanel()
  await using qqtube = await setUp()
  const model = await openPopup()
  const abilities = (): unknown => [
    model.data.capabilities.value?.canListOrders,
    model.data.capabilities.value?.canCancel,
  ]
  expect([model.account.value?.kind, model.currency.value, abilities()]).toStrictEqual([
    'panel',
    'USD',
    [false, true],
  ])
  model.form.change({ serviceId: '7', quantity: '10' })
  await expect.poll(isRestored).toBe(true)

  await model.switchAccount(qqtube.account.id)
  expect(model.form.values.value).toStrictEqual(blankForm)
  expect(abilities()).toStrictEqual([true, false])
  expect(model.data.names.value).toHaveLength(qqtube.server.control.catalogue.services('qqtube').length)

  await model.switchAccount(panel.account.id)
  expect(model.form.values.value).toMatchObject({ serviceId: '7', quantity: '10' })
})

test('an account that cannot be reached tells so of itself alone', async () => {
  await using panel = await setUpPanel()
  await using qqtube = await setUp()
  const model = await openPopup()
  await panel.server.close()
  // Still asking the one that is down while the other is chosen.
  const refreshed = model.refresh()
  await model.switchAccount(qqtube.account.id)
  await refreshed
  expect(model.data.problem.value).toBeUndefined()
  expect(model.orders.problem.value).toBeUndefined()
})

test('the orders of an account that was removed can be looked at, after all others', async () => {
  await using panel = await setUpPanel()
  await using qqtube = await setUp()
  const { id } = await placed(qqtube.request)
  await activeAccountItem.set(qqtube.account.id)
  await handleRequest({ type: 'remove-account', accountId: qqtube.account.id })
  const model = await openPopup()
  expect(model.accounts.map(({ name }) => name)).toStrictEqual(['Panel', 'Sample (removed)'])
  expect(model.account.value?.id).toBe(panel.account.id)
  await model.switchAccount(qqtube.account.id)
  expect(model.orders.entries.value.map(({ record }) => record.id)).toStrictEqual([id])
  expect(model.orders.problem.value).toContain('removed')
})
