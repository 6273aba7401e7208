import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOutbox } from '../src/index.ts'
import { type Action, faultyOutboxes, runCampaign, type Story } from '../src/testing.ts'
import { anyStory, fates } from '../src/testing-stories.ts'
import { openFileBackend } from './file-backend.ts'

const timeoutMs = 120_000

test(
  'no order is sent twice, lost, or shown as what it is not, whatever dies in between',
  async () => {
    const changes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(anyStory, async story => {
        const verdict = await runCampaign(story)
        for (const change of verdict.changes) changes.add(change)
        expect(verdict.violation).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
    // Stories in which nothing of note happens would prove nothing.
    expect([...changes]).toEqual(
      expect.arrayContaining([
        'confirmed queued ',
        'ended accepted order',
        'ended not_sent not_sent',
        'ended rejected rejected',
        'ended unknown unknown',
        'looked_up not_placed absent',
        'looked_up open order',
        'looked_up unknown absent',
        'looked_up unknown ambiguous',
        'looked_up unknown incomplete',
        'person_said not_placed not_placed',
        'person_said open order',
        'person_said unknown not_yet_known',
        'postponed queued ',
        'recovered not_sent ',
        'recovered unknown ',
        'send_started submitting ',
        'status_seen open in_progress',
      ]),
    )
  },
  timeoutMs,
)

describe('one order, with a death at every call to a port', () => {
  const step: Action = { kind: 'step', choice: 0, mode: 'well' }
  const act = (kind: Action['kind'], choice: number): Action => ({ kind, choice, mode: 'well' })
  const deaths = Array.from({ length: 16 }, (_, index) => index)
  const steps = Array.from({ length: 12 }, () => step)

  test.each(fates)('which was to be %s', async fate => {
    for (const canListOrders of [true, false]) {
      for (const death of deaths) {
        for (const reaches of [0, 0b11111100]) {
          const actions = [
            act('click', 0),
            ...Array.from({ length: death }, () => step),
            act('crash', reaches),
          ]
          const retry = [...steps, act('look_up', 0), ...steps, act('retry', 0)]
          const traits = {
            canListOrders,
            shows: 'id',
            offsetMs: 0,
            latestMs: 20_000,
            mostRead: 9,
            strangers: 0,
          } as const
          const story: Story = { traits, fates: [fate], actions: [...actions, ...retry] }
          const { violation } = await runCampaign(story)
          expect([death, reaches, violation]).toEqual([death, reaches, undefined])
        }
      }
    }
  })
})

test(
  'nor over a file, with locks that a death releases',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async story => {
        expect((await runCampaign(story, createOutbox, openFileBackend)).violation).toBeUndefined()
      }),
      { numRuns: 10 },
    )
  },
  timeoutMs,
)

describe('the campaign catches an outbox that', () => {
  test.each(faultyOutboxes)(
    '%s',
    async (_, makeOutbox, seen) => {
      const story = fc.asyncProperty(anyStory, async plan => {
        const { violation } = await runCampaign(plan, makeOutbox)
        return violation === undefined || !seen.test(violation)
      })
      expect(await fc.check(story, { numRuns: 2000, endOnFailure: true })).toMatchObject({ failed: true })
    },
    timeoutMs,
  )
})
