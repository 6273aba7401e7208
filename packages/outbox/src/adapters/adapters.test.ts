import { describe, expect, test } from 'vitest'
import { sampleRecord, sampleStates } from '../../test/samples.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { NamedLock } from '../runner/ports.ts'
import { createLockedStore } from './locked-store.ts'
import { createMemoryLock } from './memory-lock.ts'
import { createMemoryStore } from './memory-store.ts'
import { createWebLock } from './web-lock.ts'

const locks: readonly (readonly [string, () => NamedLock])[] = [
  ['memory', createMemoryLock],
  ['web', () => createWebLock(navigator.locks)],
]

describe.each(locks)('a %s lock', (_, createLock) => {
  test('lets one in at a time, in turn', async () => {
    const lock = createLock()
    const log: string[] = []
    const task = (name: string) => async () => {
      log.push(`${name} in`)
      await Promise.resolve()
      log.push(`${name} out`)
      return name
    }
    expect(await Promise.all(['a', 'b', 'c'].map(name => lock.run('x', task(name))))).toEqual(['a', 'b', 'c'])
    expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  })

  test('holds one name, and no other', async () => {
    const lock = createLock()
    expect(await lock.run('x', () => lock.run('y', async () => 'in'))).toBe('in')
  })

  test('is let go by a task that fails', async () => {
    const lock = createLock()
    await expect(lock.run('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await lock.run('x', async () => 'in')).toBe('in')
    expect(await lock.tryRun('x', async () => 'in')).toBe('in')
  })

  test('is tried without waiting', async () => {
    const lock = createLock()
    await lock.run('x', async () => {
      expect(await lock.tryRun('x', async () => 'in')).toBeUndefined()
      expect(await lock.tryRun('y', async () => 'in')).toBe('in')
    })
  })
})

describe('a store', () => {
  const [first, second] = [
    sampleRecord(sampleStates.accepted, { id: 'first' }),
    sampleRecord(sampleStates.unknown, { id: 'second', accountId: 'b' }),
  ]

  test.each([
    [{}, ['first', 'second']],
    [{ accountIds: ['b'] }, ['second']],
    [{ states: ['accepted', 'closed'] }, ['first']],
    [{ states: [] }, []],
    [{ orderIds: ['77', '78'] }, ['first']],
    [{ orderIds: [] }, []],
    [{ accountIds: ['b'], orderIds: ['77'] }, []],
  ] as const)('lists by %j', async (filter, ids) => {
    const listed = await createMemoryStore([first, second]).list(filter)
    expect(listed.map(({ id }) => id)).toEqual(ids)
  })

  test('of one that can only read and write gets atomic updates from a lock', async () => {
    const records = new Map<string, OrderRecord>([['first', first]])
    const plain = {
      get: async (id: string) => records.get(id),
      list: async () => [...records.values()],
      put: async (record: OrderRecord) => {
        records.set(record.id, record)
      },
    }
    const store = createLockedStore(plain, createMemoryLock())
    const increment = () =>
      store.update('first', current => {
        const next = { ...(current ?? first), attempt: (current ?? first).attempt + 1 }
        return { store: next, value: next.attempt }
      })
    expect(await Promise.all([increment(), increment(), increment()])).toEqual([2, 3, 4])
    expect(await store.update('first', current => ({ value: current?.attempt }))).toBe(4)
    expect([(await store.get('first'))?.attempt, await store.list({})]).toEqual([4, [...records.values()]])
  })
})
