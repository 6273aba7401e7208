import { noLimits } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { areLimitsUnreadable, limitsItem } from './limit-store.ts'

const caps = (cap: unknown): object => ({
  limits: { version: 1, value: { accounts: { a: { currency: 'USD', caps: { perDay: cap } } } } },
})

test('until any are set there are none, and none are lost', async () => {
  expect([await limitsItem.get(), await areLimitsUnreadable()]).toStrictEqual([noLimits, false])
})

test('zero and plain decimals are kept as they are', async () => {
  await limitsItem.set({ accounts: { a: { currency: '', caps: { perOrder: '0', perDay: '12.5' } } } })
  expect((await limitsItem.get()).accounts).toStrictEqual({
    a: { currency: '', caps: { perOrder: '0', perDay: '12.5' } },
  })
})

test.each([['-1'], ['1e3'], ['NaN'], ['Infinity'], [5], ['']])(
  'a cap of %o is set aside, and known to be lost until limits are set again',
  async cap => {
    await chrome.storage.local.set(caps(cap))
    expect([await limitsItem.get(), await areLimitsUnreadable()]).toStrictEqual([noLimits, true])
    await limitsItem.set(noLimits)
    expect(await areLimitsUnreadable()).toBe(false)
  },
)
