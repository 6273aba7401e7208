import * as v from 'valibot'
import { expect, test } from 'vitest'
import { storageItem } from './storage-item.ts'

const first = storageItem({ key: 'sample', schema: v.array(v.string()), fallback: [] })

const second = storageItem({
  key: 'sample',
  schema: v.object({ names: v.array(v.string()) }),
  fallback: { names: [] },
  migrations: [names => ({ names })],
})

const stored = async (): Promise<readonly string[]> => (await chrome.storage.local.getKeys()).toSorted()

test('gives its fallback until it is set', async () => {
  expect(await first.get()).toStrictEqual([])
  await first.set(['one'])
  expect(await first.get()).toStrictEqual(['one'])
})

test('a value of an earlier version is migrated', async () => {
  await first.set(['one'])
  expect(await second.get()).toStrictEqual({ names: ['one'] })
})

test.each([
  ['a newer version', { version: 3, value: { names: [] } }],
  ['another shape', { version: 2, value: { names: [1] } }],
  ['no envelope', 'text'],
])('%s is set aside, not dropped', async (_, value) => {
  await chrome.storage.local.set({ sample: value })
  expect(await second.get()).toStrictEqual({ names: [] })
  const [aside = ''] = await stored()
  expect(aside).toMatch(/^sample\.aside\.\d+$/)
  expect((await chrome.storage.local.get(aside))[aside]).toStrictEqual(value)
})

test('changes made at the same time are all kept', async () => {
  const names = ['a', 'b', 'c', 'd']
  await Promise.all(names.map(name => first.update(list => [...list, name])))
  expect((await first.get()).toSorted()).toStrictEqual(names)
})

test('tells of each change until it is told to stop', async () => {
  const seen: unknown[] = []
  const stop = new AbortController()
  first.watch(value => seen.push(value), stop.signal)
  await first.set(['one'])
  await chrome.storage.local.remove('sample')
  stop.abort()
  await first.set(['two'])
  expect(seen).toStrictEqual([['one'], []])
})
