import { expect, test } from 'vitest'
import { sampleRecord, sampleStates, start } from '../../test/samples.ts'
import { matchListedOrders } from './match-listed-orders.ts'
import { defaultSettleMs, lastLookMs, reconsideredMs } from './timing.ts'

test('what counts as not placed is looked for later than that, and for longer still where somebody asks', () => {
  expect([reconsideredMs, lastLookMs, defaultSettleMs].toSorted((left, right) => left - right)).toEqual([
    defaultSettleMs,
    lastLookMs,
    reconsideredMs,
  ])
  const { since } = sampleStates.unknown
  const result = matchListedOrders(sampleRecord(sampleStates.unknown), [], {
    others: [],
    startedAt: start * 2,
  })
  expect(result).toEqual({ kind: 'absent', settlesAt: since + defaultSettleMs })
})
