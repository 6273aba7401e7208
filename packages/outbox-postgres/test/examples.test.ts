import { join } from 'node:path'
import { testDocstrings } from '@orderwright/vitest'
import { beforeAll } from 'vitest'
import * as exported from '../src/index.ts'
import { createDatabase } from './database.ts'

beforeAll(async () => {
  process.env.DATABASE_URL = await createDatabase('examples')
})

testDocstrings(join(import.meta.dirname, '..'), '@orderwright/outbox-postgres', exported)
