import { expect, test } from 'vitest'
import { sampleLives, sampleRecord, start } from '../../test/samples.ts'
import { matchListedOrders } from './match-listed-orders.ts'
import { defaultSettleMs, lastLookMs, reconsideredMs } from './timing.ts'

test('what counts as not placed is looked for later than that, and for longer still where somebody asks', () => {
  expect([reconsideredMs, lastLookMs, defaultSettleMs].toSorted((left, right) => left - right)).toEqual([
    defaultSettleMs,
    lastLookMs,
    reconsideredMs,
  ])
  const { since } = sampleLives.unknown
  const result = matchListedOrders(sampleRecord(sampleLives.unknown), [], {
    others: [],
    startedAt: start * 2,
  })
  expect(result).toEqual({ kind: 'absent', settlesAt: since + defaultSettleMs })
})
