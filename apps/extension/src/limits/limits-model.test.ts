import { signal } from '@preact/signals'
import { expect, onTestFinished, test } from 'vitest'
import { madeAt, placedState, recordIn } from '../../test/order-entry.ts'
import type { Account } from '../accounts/account.ts'
import { removedAccountsItem } from '../accounts/account-store.ts'
import { balancesItem } from '../accounts/balances.ts'
import { limitsItem } from './limit-store.ts'
import { type LimitsModel, openLimitsModel } from './limits-model.ts'

const account: Account = {
  id: 'a',
  kind: 'panel',
  name: 'Main',
  baseUrl: 'https://example.com/api',
  keyTail: '',
}

async function open(accounts: readonly Account[] = [account]): Promise<LimitsModel> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const records = signal([
    recordIn(placedState()),
    recordIn(placedState(), { id: 'two', sentAt: 0, confirmed: { total: '1.25' } }),
  ])
  return await openLimitsModel({ accounts: signal(accounts), records, now: () => madeAt }, end.signal)
}

const rowOf = (model: LimitsModel) => {
  const [row] = model.rows.value
  if (row === undefined) throw new Error('there is no row')
  return row
}

test('shows what has been spent beside what may be', async () => {
  const model = await open()
  expect(rowOf(model)).toMatchObject({
    spent: { today: '4', inAll: '5.25' },
    fields: { perOrder: '', perDay: '', perAccount: '' },
    isChanged: false,
  })
})

test('stores plain amounts in the account’s own currency, and says so', async () => {
  await balancesItem.set({ a: { amount: '5', currency: 'EUR', at: '' } })
  const model = await open()
  model.type('a', { perDay: ' 12.50 ' })
  expect(rowOf(model).isChanged).toBe(true)
  await model.save('a')
  expect((await limitsItem.get()).accounts).toStrictEqual({
    a: { currency: 'EUR', caps: { perDay: '12.5' } },
  })
  expect(rowOf(model)).toMatchObject({ isChanged: false, isSaved: true, fields: { perDay: '12.5' } })
  model.type('a', { perDay: '' })
  expect(rowOf(model).isSaved).toBe(false)
})

test('stores nothing while a field holds no amount, names it, and follows what is typed then', async () => {
  const model = await open()
  model.type('a', { perDay: 'ten', perOrder: '5' })
  await model.save('a')
  expect(rowOf(model).issues).toStrictEqual({ perDay: expect.stringContaining('“ten”') })
  expect((await limitsItem.get()).accounts).toStrictEqual({})
  model.type('a', { perDay: '10' })
  expect(rowOf(model).issues).toStrictEqual({})
})

test('says that limits are in another currency than the account, until they are saved again', async () => {
  await limitsItem.set({ accounts: { a: { currency: 'USD', caps: { perDay: '5' } } } })
  await balancesItem.set({ a: { amount: '5', currency: 'EUR', at: '' } })
  const model = await open()
  expect(rowOf(model).otherCurrency).toBe('USD')
  await model.save('a')
  expect(rowOf(model).otherCurrency).toBeUndefined()
})

test('keeps what another window sets meanwhile', async () => {
  const model = await open()
  await model.setDuplicateMinutes(60)
  await limitsItem.update(limits => ({ ...limits, accounts: { b: { currency: 'USD', caps: {} } } }))
  model.type('a', { perOrder: '5' })
  await model.save('a')
  expect(await limitsItem.get()).toStrictEqual({
    accounts: { b: { currency: 'USD', caps: {} }, a: { currency: '', caps: { perOrder: '5' } } },
    duplicateMinutes: 60,
  })
  expect(model.duplicateMinutes.value).toBe(60)
})

test('shows what was spent through accounts of one upstream and key with each of them', async () => {
  const removed = { ...account, id: 'gone', keyGroup: 'b' }
  await removedAccountsItem.set([removed])
  const model = await open([
    { ...account, keyGroup: 'b' },
    { ...account, id: 'b' },
    { ...account, id: 'c' },
  ])
  expect(model.rows.value.map(({ spent }) => spent.inAll)).toStrictEqual(['5.25', '5.25', '0'])
})
