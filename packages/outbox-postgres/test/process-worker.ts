import { runProcessTask } from '@orderwright/outbox/testing'
import { createPostgresStore } from '../src/index.ts'
import { openLock, openPool } from './connections.ts'

const [, , , url = ''] = process.argv
const pool = openPool(url)
const lock = openLock(url)
await runProcessTask({ store: createPostgresStore(pool), lock })
await lock.close()
await pool.end()
