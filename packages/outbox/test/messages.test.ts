import { join } from 'node:path'
import { testCatalogs } from '@orderwright/messages'

testCatalogs(join(import.meta.dirname, '..'))
