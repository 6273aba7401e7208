import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createMockServer } from '../src/index.ts'
import { ask, askPanel, order } from './ask.ts'
import { fuzz } from './fuzz/fuzz.ts'

it('5,000 fuzzed requests on every route get an answer in form, and the server goes on', async () => {
  const seed = process.env.FUZZ_SEED ?? randomUUID()
  console.log(`fuzz: FUZZ_SEED=${seed} plays the same again`)
  await using server = await createMockServer({ clock: { isHeld: true } })
  expect(await fuzz(server, seed, 0, 5_000)).toEqual([])
  expect((await askPanel(server, { action: 'balance' })).body).toMatchObject({ currency: 'USD' })
  expect((await ask(server, 'POST', order)).body).toMatchObject({ status: 'success' })
}, 120_000)
