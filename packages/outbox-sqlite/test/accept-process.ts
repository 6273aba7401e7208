import { createOutbox } from '@orderwright/outbox'
import { openSqlite } from '../src/index.ts'
import { sampleDraft } from './sample-draft.ts'

// Accepts orders until it is killed, and says the id of each.
const { store, lock } = openSqlite(process.argv[2] ?? '')
const senderFor = (): Promise<never> => Promise.reject(new Error('no upstream'))
const outbox = createOutbox({ store, lock, clock: Date, senderFor })
for (let index = 0; ; index += 1) {
  await outbox.accept(sampleDraft(`order-${index}`))
  process.stdout.write(`order-${index}\n`)
  await new Promise(setImmediate)
}
