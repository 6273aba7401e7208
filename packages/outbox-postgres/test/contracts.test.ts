import { join } from 'node:path'
import {
  lockContract,
  type ProcessTask,
  paceContract,
  processContract,
  type Shared,
  startProcess,
  storeContract,
} from '@orderwright/outbox/testing'
import type pg from 'pg'
import { beforeAll, describe, test } from 'vitest'
import { type BatchLock, createLeaseLock, createPostgresPaces, createPostgresStore } from '../src/index.ts'
import { openLock, openPool } from './connections.ts'
import { createDatabase } from './database.ts'

let url: string
let processesUrl: string
beforeAll(async () => {
  url = await createDatabase('contracts')
  processesUrl = await createDatabase('processes')
})

/** Each connection is a pool of its own, as another process has it. */
async function shared<Port>(open: (pool: pg.Pool) => Port, address = url): Promise<Shared<Port>> {
  const pools: pg.Pool[] = []
  return {
    connect: async () => {
      const pool = openPool(address)
      pools.push(pool)
      return open(pool)
    },
    close: async () => {
      await Promise.all(pools.map(pool => pool.end()))
    },
  }
}

describe('the store on PostgreSQL keeps that', () => {
  test.each(storeContract(() => shared(createPostgresStore)))('$name', ({ run }) => run())
})

describe('its paces keep that', () => {
  test.each(paceContract(() => shared(createPostgresPaces)))('$name', ({ run }) => run())
})

const locks: readonly (readonly [string, (pool: pg.Pool) => BatchLock])[] = [
  ['a session', () => openLock(url)],
  ['a heartbeat', pool => createLeaseLock(pool)],
]

describe.each(locks)('locks by %s keep that', (_, create) => {
  const open = async () => {
    const opened: BatchLock[] = []
    const base = await shared(pool => {
      const lock = create(pool)
      opened.push(lock)
      const kill = async (): Promise<void> => {
        await lock.close()
      }
      return { lock, kill, work: () => createPostgresStore(pool).get('nothing') }
    })
    return {
      ...base,
      close: async () => {
        await Promise.all(opened.map(lock => lock.close()))
        await base.close()
      },
    }
  }
  test.each(lockContract(open))('$name', ({ run }) => run())
})

describe('processes over one PostgreSQL keep that', () => {
  const file = join(import.meta.dirname, 'process-worker.ts')
  const execArgv = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const start = (task: ProcessTask) => startProcess(file, task, { args: [processesUrl], execArgv })
  const open = async () => {
    const lock = openLock(processesUrl)
    const base = await shared(pool => ({ store: createPostgresStore(pool), lock }), processesUrl)
    return {
      ...base,
      close: async () => {
        await lock.close()
        await base.close()
      },
    }
  }
  // Two, since each takes half a second to start.
  test.each(processContract({ open, start, processes: 2 }))('$name', ({ run }) => run())
})
