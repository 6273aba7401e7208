import { createOutbox } from '@orderwright/outbox'
import {
  type CampaignBackend,
  createMemoryBackend,
  faultyOutboxes,
  runCampaign,
} from '@orderwright/outbox/testing'
import { anyStory } from '@orderwright/outbox/testing/stories'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSqlite } from '../src/index.ts'

/** Two processes of a story share the file as two tasks of one process do. */
async function openBackend(): Promise<CampaignBackend> {
  const { store, close } = openSqlite(':memory:')
  return { ...createMemoryBackend(store), close: async () => close() }
}

test('no order is sent twice, lost, or shown as what it is not, whatever dies in between', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async story => {
      expect((await runCampaign(story, createOutbox, openBackend)).violation).toBeUndefined()
    }),
    { numRuns: 100 },
  )
})

const usual = faultyOutboxes.filter(([what]) => /got no answer|at its start|never placed/.test(what))

test.each(usual)('an outbox is caught that %s', async (_, makeOutbox, seen) => {
  const story = fc.asyncProperty(anyStory, async plan => {
    const { violation } = await runCampaign(plan, makeOutbox, openBackend)
    return violation === undefined || !seen.test(violation)
  })
  expect(await fc.check(story, { numRuns: 1000, endOnFailure: true })).toMatchObject({ failed: true })
})
