import * as v from 'valibot'
import { expect, test } from 'vitest'
import { listSetAside, readSetAside, removeSetAside } from './set-aside.ts'
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
  ['a newer version', { version: 3, value: { names: [] } }, 'newer'],
  ['another shape', { version: 2, value: { names: [1] } }, 'unreadable'],
  ['no envelope', 'text', 'unreadable'],
  ['nothing', null, 'unreadable'],
] as const)('%s is set aside with time and reason, not dropped', async (_, value, reason) => {
  await chrome.storage.local.set({ sample: value })
  const before = Date.now()
  expect(await second.get()).toStrictEqual({ names: [] })
  const [aside, ...more] = await listSetAside()
  if (aside === undefined) throw new Error('nothing was set aside')
  expect([await stored(), more]).toStrictEqual([[aside.name], []])
  expect(aside).toMatchObject({ key: 'sample', reason, isSecret: false })
  expect(Date.parse(aside.at)).toBeGreaterThanOrEqual(before)
  expect(await readSetAside(aside)).toStrictEqual(value)
  await removeSetAside(aside)
  expect(await stored()).toStrictEqual([])
})

test('what is found unreadable many times at once is set aside once, and what is stored after stays', async () => {
  await chrome.storage.local.set({ sample: 'text' })
  await Promise.all([first.get(), first.update(names => [...names, 'kept']), first.get(), first.get()])
  expect(await first.get()).toStrictEqual(['kept'])
  expect(await listSetAside()).toHaveLength(1)
})

test('keys that were set aside are told of, and not shown', async () => {
  await chrome.storage.local.set({ 'set-aside:newer:1000:keys': 'a key' })
  const [aside] = await listSetAside()
  expect(aside).toStrictEqual({
    name: 'set-aside:newer:1000:keys',
    key: 'keys',
    reason: 'newer',
    at: '1970-01-01T00:00:01.000Z',
    isSecret: true,
  })
  expect(aside && (await readSetAside(aside))).toBeUndefined()
})

test('an item of the session leaves nothing on the disk', async () => {
  const item = storageItem({ key: 'sample', area: 'session', schema: v.string(), fallback: '' })
  await item.set('one')
  expect([await item.get(), await stored()]).toStrictEqual(['one', []])
  await item.remove()
  expect(await item.get()).toBe('')
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
