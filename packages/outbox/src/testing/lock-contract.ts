import type { NamedLock, PaceStore } from '../index.ts'
import { type ContractCase, casesOf, connections, expectSame, type Shared } from './contract.ts'
import { expectTo } from './violation.ts'

/** A lock as its contract sees it, on a connection of its own. */
export interface TestedLock {
  readonly lock: NamedLock
  /** Ends the connection as the death of its process would. Default: not tested. */
  readonly kill?: (() => Promise<void>) | undefined
  /** Anything that a task does meanwhile, such as a query of the store. Default: nothing. */
  readonly work?: (() => Promise<unknown>) | undefined
}

const width = 4
const many = 20

/**
 * Returns the contract of a lock as cases for any test runner. `connect` opens one more connection, as another process would.
 *
 * @example
 * ```ts
 * import { lockContract } from '@orderwright/outbox/testing'
 * const lock = createMemoryLock()
 * for (const { run } of lockContract(async () => ({ connect: async () => ({ lock }), close: async () => {} }))) await run()
 * await lock.tryRun('free', async () => true) // true
 * ```
 */
export function lockContract(open: () => Promise<Shared<TestedLock>>): readonly ContractCase[] {
  return casesOf(open, {
    'a name is held by one at a time, on whatever connection': async (shared, prefix) => {
      const locks = await connections(shared, width)
      let holders = 0
      let runs = 0
      const task = async (): Promise<void> => {
        holders += 1
        expectTo(holders === 1, `the lock is held by ${holders}`)
        await tick()
        holders -= 1
        runs += 1
      }
      await Promise.all(
        Array.from({ length: many }, (_, index) => locks[index % width]?.lock.run(prefix, task)),
      )
      expectSame(runs, many, 'the number of tasks')
    },
    'a name that is held is not waited for by tryRun, on whatever connection': async (shared, prefix) => {
      const [one, other] = await connections(shared, 2)
      await one?.lock.run(prefix, async () => {
        for (const { lock } of [one, other].flatMap(connection => connection ?? [])) {
          expectSame(await lock.tryRun(prefix, async () => 'in'), undefined, 'what tryRun gives')
          expectSame(
            await lock.tryRun(`${prefix} free`, async () => 'in'),
            'in',
            'what tryRun of a free name gives',
          )
        }
      })
      expectSame(await other?.lock.tryRun(prefix, async () => 'in'), 'in', 'what tryRun gives later')
    },
    'a holder may take other names': async (shared, prefix) => {
      const { lock } = await shared.connect()
      const inside = lock.run(`${prefix} 1`, () => lock.run(`${prefix} 2`, async () => 'in'))
      expectSame(await inside, 'in', 'what the inner task gives')
    },
    'a task that fails releases its name': async (shared, prefix) => {
      const [one, other] = await connections(shared, 2)
      const failing = one?.lock.run(prefix, () => Promise.reject(new Error('the task failed')))
      expectSame(await failing?.catch(String), 'Error: the task failed', 'what it rejects with')
      expectSame(await other?.lock.run(prefix, async () => 'in'), 'in', 'what the next task gives')
    },
    'forty names are held at once, and their tasks work': async (shared, prefix) => {
      const { lock, work } = await shared.connect()
      const names = Array.from({ length: 40 }, (_, index) => `${prefix} ${index}`)
      const held = new Set<string>()
      let release = (): void => undefined
      const all = new Promise<void>(resolve => {
        release = resolve
      })
      await Promise.all(
        names.map(name =>
          lock.run(name, async () => {
            held.add(name)
            if (held.size === names.length) release()
            await all
            await work?.()
          }),
        ),
      )
      expectSame(held.size, names.length, 'the number of names')
    },
    'a holder that dies releases what it held': async (shared, prefix) => {
      const [one, other] = await connections(shared, 2)
      if (one?.kill === undefined) return
      let isHeld = (): void => undefined
      const held = new Promise<void>(resolve => {
        isHeld = resolve
      })
      const never = new Promise<void>(() => undefined)
      one.lock
        .run(prefix, () => {
          isHeld()
          return never
        })
        .catch(() => undefined)
      await held
      await one.kill()
      expectSame(await other?.lock.run(prefix, async () => 'in'), 'in', 'what the next task gives')
    },
  })
}

/**
 * Returns the contract of a store of paces as cases for any test runner.
 *
 * @example
 * ```ts
 * import { paceContract } from '@orderwright/outbox/testing'
 * const paces = createMemoryPaces()
 * for (const { run } of paceContract(async () => ({ connect: async () => paces, close: async () => {} }))) await run()
 * await paces.book('another', { intervalMs: 1000, now: 5, latest: 5 }) // 5
 * ```
 */
export function paceContract(open: () => Promise<Shared<PaceStore>>): readonly ContractCase[] {
  return casesOf(open, {
    'turns are so far apart as they have to be, whoever books them': async (shared, prefix) => {
      const paces = await connections(shared, width)
      const turns = await Promise.all(
        Array.from({ length: many }, (_, index) =>
          paces[index % width]?.book(prefix, { intervalMs: 50, now: 1000, latest: 9000 }),
        ),
      )
      const expected = Array.from({ length: many }, (_, index) => 1000 + index * 50)
      expectSame(
        turns.toSorted((one, other) => (one ?? 0) - (other ?? 0)),
        expected,
        'the turns',
      )
    },
    'without an interval everybody may go at once, but not before now': async (shared, prefix) => {
      const store = await shared.connect()
      const turns: number[] = []
      for (const now of [7, 7, 9]) turns.push(await store.book(prefix, { intervalMs: 0, now, latest: now }))
      expectSame(turns, [7, 7, 9], 'the turns')
    },
    'nobody goes before the longest pause has ended': async (shared, prefix) => {
      const store = await shared.connect()
      const turn = { intervalMs: 100, now: 1000, latest: 9000 }
      await store.pause(prefix, 5000)
      await store.pause(prefix, 3000)
      expectSame(await store.book(prefix, turn), 5000, 'the turn')
      expectSame(await store.book(prefix, turn), 5100, 'the next turn')
      expectSame(await store.book(`${prefix} other`, turn), 1000, 'the turn of another key')
    },
    'a turn that is too late is told, and left for others': async (shared, prefix) => {
      const store = await shared.connect()
      await store.pause(prefix, 5000)
      const early = { intervalMs: 100, now: 1000, latest: 4999 }
      expectSame(
        [await store.book(prefix, early), await store.book(prefix, early)],
        [5000, 5000],
        'what is told',
      )
      expectSame(await store.book(prefix, { ...early, latest: 5000 }), 5000, 'the turn')
    },
  })
}

async function tick(): Promise<void> {
  await new Promise<void>(resolve => setImmediate(resolve))
}
