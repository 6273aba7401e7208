import { join } from 'node:path'
import { testDocstrings, testReadme } from '@orderwright/vitest'
import * as exported from '../src/index.ts'

const folder = join(import.meta.dirname, '..')

testReadme(folder)
testDocstrings(folder, '@orderwright/outbox-sqlite', exported)
