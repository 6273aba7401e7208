import { signal } from '@preact/signals'
import { expect, onTestFinished, test } from 'vitest'
import { madeAt, placedLife, recordIn } from '../../test/order-entry.ts'
import { limitsItem } from '../storage/limits.ts'
import { openLiveLimits } from './live-limits-model.ts'

test('follows the limits, the orders and the account that is chosen', async () => {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const accountId = signal('a')
  const records = signal([recordIn(placedLife())])
  const limits = await openLiveLimits(
    { accountId, currency: signal('EUR'), records, now: () => madeAt },
    end.signal,
  )
  const codes = (): readonly string[] => limits.issuesOf('6').map(({ code }) => code)
  expect([codes(), limits.hasAny()]).toStrictEqual([[], false])
  await limitsItem.set({ accounts: { a: { currency: 'EUR', caps: { perDay: '10' } } } })
  expect([codes(), limits.hasAny()]).toStrictEqual([[], true])
  records.value = [
    recordIn(placedLife()),
    recordIn(placedLife(), { id: 'two', confirmed: { total: '0.01' } }),
  ]
  expect(codes()).toStrictEqual(['over_day_cap'])
  accountId.value = 'b'
  expect([codes(), limits.hasAny()]).toStrictEqual([[], false])
})
