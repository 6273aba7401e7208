import { expect, test, vi } from 'vitest'
import { type Draft, draftItem, forgetOldDrafts } from './draft-store.ts'

const draft = (at: string): Draft => ({ serviceId: '1', quantity: '', drip: false, params: {}, link: '', at })

test('each account and page has its own draft', async () => {
  await draftItem('a', 'one').set(draft('2026-11-22'))
  expect(await draftItem('a', 'one').get()).toStrictEqual(draft('2026-11-22'))
  expect([await draftItem('a', 'two').get(), await draftItem('b', 'one').get()]).toStrictEqual([null, null])
})

test.each(['local', 'session'] as const)('the latest twenty are kept in %s storage', async area => {
  const days = Array.from({ length: 23 }, (_, n) => `2026-11-${n + 1}`.replace(/-(\d)$/, '-0$1'))
  await Promise.all(days.map(day => draftItem('a', day, area).set(draft(day))))
  await chrome.storage[area].set({ other: 1 })
  await forgetOldDrafts(area)
  const keys = await chrome.storage[area].getKeys()
  expect(keys.toSorted()).toStrictEqual([...days.slice(3).map(day => `draft:a:${day}`), 'other'])
})

test('drafts that are dated later than now go first', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22') })
  try {
    const days = Array.from({ length: 22 }, (_, n) => `2027-01-${n + 1}`.replace(/-(\d)$/, '-0$1'))
    await Promise.all(days.map(day => draftItem('a', day).set(draft(day))))
    await draftItem('a', 'today').set(draft('2026-11-22'))
    await forgetOldDrafts()
    expect(await draftItem('a', 'today').get()).not.toBeNull()
    expect(await chrome.storage.local.getKeys()).toHaveLength(20)
  } finally {
    vi.useRealTimers()
  }
})
