import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLockedStore } from '../src/index.ts'
import type { CampaignBackend } from '../src/testing.ts'
import { createFileStore } from './file-store.ts'
import { createSocketLock, serveLocks } from './socket-lock.ts'

/** Opens a backend whose orders are in a file, and whose locks are held by connections that a death breaks. */
export async function openFileBackend(): Promise<CampaignBackend> {
  const folder = await mkdtemp(join(tmpdir(), 'orderwright-outbox-'))
  const file = createFileStore(join(folder, 'orders.db'))
  const { port, close } = await serveLocks()
  return {
    connect: async () => {
      const lock = createSocketLock(port)
      return { lock, store: createLockedStore(file, lock), kill: lock.kill }
    },
    records: () => file.list({}),
    close: async () => {
      file.close()
      await close()
      await rm(folder, { recursive: true })
    },
  }
}
