import { expect, test } from 'vitest'
import { runChaos } from './chaos/run-chaos.ts'

test('workers that are killed, resets and a crash of PostgreSQL double no order, and lose none', async () => {
  const result = await runChaos({ orders: 300, seed: 7, kills: 4 })
  expect(result).toMatchObject({
    doubled: 0,
    lost: 0,
    unsent: 0,
    overLimit: 0,
    webhooksMissing: 0,
    workerFailures: [],
    kills: 4,
    databaseCrashes: 1,
  })
  // What was to be proven has happened.
  expect(result.accepted).toBeGreaterThan(200)
  expect(result.unknownFound).toBeGreaterThan(0)
  expect(result.refused).toBeGreaterThan(0)
})
