import { randomUUID } from 'node:crypto'
import { createMockServer } from '../../src/index.ts'
import { ask } from '../ask.ts'
import { fuzz } from '../fuzz/fuzz.ts'

const count = 100_000
const batch = 10_000

const seed = process.env.FUZZ_SEED ?? randomUUID()
console.log(`${count} fuzzed requests; FUZZ_SEED=${seed} plays the same again`)
await using server = await createMockServer({ clock: { isHeld: true } })
for (let from = 0; from < count; from += batch) {
  const defects = await fuzz(server, seed, from, from + batch)
  console.log(`${from + batch} sent, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  if (defects.length > 0) {
    console.error(defects)
    process.exitCode = 1
    break
  }
}
const { body } = await ask(server, 'GET', { action: 'funds' })
console.log('still there:', body)
