import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  createLockedStore,
  createMemoryLock,
  createMemoryPaces,
  createMemoryStore,
  createWebLock,
  type NamedLock,
  type OrderRecord,
  type OrderStore,
} from '../src/index.ts'
import {
  lockContract,
  type ProcessTask,
  paceContract,
  processContract,
  type Shared,
  startProcess,
  storeContract,
} from '../src/testing.ts'
import { createFileStore } from './file-store.ts'
import { createSocketLock, serveLocks } from './socket-lock.ts'

/** The same port on every connection, as within one process. */
function within<Port>(port: Port): () => Promise<Shared<Port>> {
  return async () => ({ connect: async () => port, close: async () => undefined })
}

describe('the store in memory keeps that', () => {
  const cases = storeContract(within(createMemoryStore()))
  test.each(cases)('$name', ({ run }) => run())
})

describe('a store that can only read and write keeps, by a lock, that', () => {
  const records = new Map<string, OrderRecord>()
  const plain = {
    get: async (id: string) => records.get(id),
    list: createMemoryStore().list,
    put: async (record: OrderRecord) => {
      records.set(record.id, structuredClone(record))
    },
  }
  const store = createLockedStore(
    { ...plain, list: filter => createMemoryStore([...records.values()]).list(filter) },
    createMemoryLock(),
  )
  const cases = storeContract(within(store))
  // It has no counters, and says so.
  const counting = cases.filter(({ name }) => name.includes('counter'))
  test.each(cases.filter(one => !counting.includes(one)))('$name', ({ run }) => run())
  test.each(counting)('not that $name: it throws', async ({ run }) => {
    await expect(run()).rejects.toThrow('keeps no counters')
  })
})

const locks: readonly (readonly [string, NamedLock])[] = [
  ['in memory', createMemoryLock()],
  ['of a browser', createWebLock(navigator.locks)],
]

describe.each(locks)('the lock %s keeps that', (_, lock) => {
  test.each(lockContract(within({ lock })))('$name', ({ run }) => run())
})

describe('paces in memory keep that', () => {
  test.each(paceContract(within(createMemoryPaces())))('$name', ({ run }) => run())
})

describe('locks by a socket, over which the processes of the contract work, keep that', () => {
  const open = async () => {
    const { port, close } = await serveLocks()
    return {
      connect: async () => {
        const lock = createSocketLock(port)
        return { lock, kill: lock.kill }
      },
      close,
    }
  }
  test.each(lockContract(open))('$name', ({ run }) => run())
})

describe('a file and locks that processes share keep that', () => {
  const file = join(import.meta.dirname, 'process-worker.ts')
  const execArgv = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']

  async function openShared() {
    const folder = await mkdtemp(join(tmpdir(), 'orderwright-outbox-'))
    const { port, close } = await serveLocks()
    const args = [join(folder, 'orders.db'), String(port)]
    const stores: { readonly close: () => void }[] = []
    return {
      start: (task: ProcessTask) => startProcess(file, task, { args, execArgv }),
      shared: {
        connect: async () => {
          const plain = createFileStore(args[0] ?? '')
          stores.push(plain)
          const lock = createSocketLock(port)
          return { store: createLockedStore(plain, lock), lock }
        },
        close: async () => {
          for (const store of stores) store.close()
          await close()
          await rm(folder, { recursive: true })
        },
      },
    }
  }

  const names = processContract({
    open: () => Promise.reject(),
    start: () => startProcess('', { kind: 'hold', name: '' }),
  })
  test.each(names.map(({ name }, index) => ({ name, index })))('$name', async ({ index }) => {
    const { start, shared } = await openShared()
    // Two, since each takes half a second to start: a database of its own is worth more.
    await processContract({ open: async () => shared, start, processes: 2 })[index]?.run()
  })
})

describe('the contract catches a store', () => {
  const honest = createMemoryStore

  const faulty: readonly (readonly [string, () => OrderStore, RegExp])[] = [
    [
      'whose changes are not atomic',
      () => {
        const store = honest()
        return {
          ...store,
          update: async (id, change) => {
            const { store: next, value } = change(await store.get(id))
            await Promise.resolve()
            if (next !== undefined) await store.update(id, () => ({ store: next, value }))
            return value
          },
        }
      },
      /changes of one record at once/,
    ],
    [
      'that accepts what it has not compared',
      () => {
        const store = honest()
        return {
          ...store,
          accept: (request, decide) => store.accept(request, view => decide({ ...view, twins: [] })),
        }
      },
      /of acceptances of one order at once/,
    ],
    [
      'that forgets which numbers were asked for',
      () => {
        const store = honest()
        return { ...store, list: ({ orderIds, ...filter }) => store.list(filter) }
      },
      /a list gives what fits/,
    ],
    [
      'that pages in no order',
      () => {
        const store = honest()
        let turn = 0
        const list: OrderStore['list'] = async filter => {
          turn += 1
          const all = await store.list(filter)
          return turn % 2 === 0 ? all.toReversed() : all
        }
        return { ...store, list }
      },
      /pages give everything once/,
    ],
    [
      'that counts with binary floats',
      () => {
        const store = honest()
        const update: OrderStore['update'] = (id, change) =>
          store.update(id, current => {
            const made = change(current)
            const counters = (made.counters ?? []).map(one => ({ ...one, by: String(Number(one.by)) }))
            return { ...made, counters }
          })
        return { ...store, update }
      },
      /counters add decimals exactly/,
    ],
    [
      'that loses what is to be told',
      () => {
        const store = honest()
        const update: OrderStore['update'] = (id, change) =>
          store.update(id, current => ({ ...change(current), effects: [] }))
        return { ...store, update }
      },
      /events are kept in order/,
    ],
  ]

  test.each(faulty)('%s', async (_, make, seen) => {
    const store = make()
    const failed: string[] = []
    for (const { name, run } of storeContract(within(store))) {
      await run().catch(() => failed.push(name))
    }
    expect(failed.join('\n')).toMatch(seen)
  })
})
