import { expect, test } from 'vitest'
import { type Draft, draftItem, forgetOldDrafts } from './drafts.ts'

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
