import { signal } from '@preact/signals'
import { expect, onTestFinished, test, vi } from 'vitest'
import { entryIn, madeAt, placedState, recordIn } from '../../test/order-entry.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { announceOrders } from '../orders/history/order-history.ts'
import { limitsItem } from './limit-store.ts'
import { openLiveLimits } from './live-limits-model.ts'

test('follows the limits, the orders and the account that is chosen', async () => {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const accountId = signal('a')
  const records = signal([recordIn(placedState())])
  const limits = await openLiveLimits(
    { accountId, currency: signal('EUR'), balance: signal(undefined), records, now: () => madeAt },
    end.signal,
  )
  const codes = (): readonly string[] => limits.issuesOf('6').map(({ code }) => code)
  expect([codes(), limits.hasAny()]).toStrictEqual([[], false])
  await limitsItem.set({ accounts: { a: { currency: 'EUR', caps: { perDay: '10' } } } })
  expect([codes(), limits.hasAny()]).toStrictEqual([[], true])
  records.value = [
    recordIn(placedState()),
    recordIn(placedState(), { id: 'two', confirmed: { total: '0.01' } }),
  ]
  expect(codes()).toStrictEqual(['over_day_cap'])
  accountId.value = 'b'
  expect([codes(), limits.hasAny()]).toStrictEqual([[], false])
})

test('counts what was spent through another account of the same upstream and key', async () => {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const account = { kind: 'panel', name: 'Main', baseUrl: 'https://example.com', keyTail: '' } as const
  await accountsItem.set([
    { ...account, id: 'a' },
    { ...account, id: 'b', keyGroup: 'a' },
  ])
  await limitsItem.set({ accounts: { a: { currency: 'EUR', caps: { perDay: '10' } } } })
  await storeEntries(entryIn(placedState(), { id: 'two', accountId: 'b' }))
  const records = signal([recordIn(placedState())])
  const options = {
    accountId: signal('a'),
    currency: signal('EUR'),
    balance: signal(undefined),
    records,
    now: () => madeAt,
  }
  const limits = await openLiveLimits(options, end.signal)
  const codes = (): readonly string[] => limits.issuesOf('2.01').map(({ code }) => code)
  await vi.waitFor(() => expect(codes()).toStrictEqual(['over_day_cap']))
  await storeEntries(entryIn({ name: 'not_placed', by: 'person' }, { id: 'two', accountId: 'b' }))
  announceOrders()
  await vi.waitFor(() => expect(codes()).toStrictEqual([]))
})
