import { createLockedStore } from '../src/index.ts'
import { runProcessTask } from '../src/testing.ts'
import { createFileStore } from './file-store.ts'
import { createSocketLock } from './socket-lock.ts'

const [, , , path = '', port = ''] = process.argv
const lock = createSocketLock(Number(port))
await runProcessTask({ store: createLockedStore(createFileStore(path), lock), lock })
