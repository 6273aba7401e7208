import { describe, expect, test } from 'vitest'
import {
  minuteMs,
  sampleConfirmation,
  sampleOrder,
  sampleRecord,
  sampleStates,
  start,
} from '../../test/samples.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { describeDuplicate } from '../text/duplicate-text.ts'
import { findDuplicates } from './duplicates.ts'

const candidate = sampleRecord(sampleStates.draft, { id: 'new' })
const windowMs = 10 * minuteMs
const found = (records: readonly OrderRecord[], now: number): readonly string[] =>
  findDuplicates(records, candidate, windowMs, now).map(({ id }) => id)

describe('an order is asked about once more', () => {
  test.each([
    ['at the end of the window', sampleStates.accepted, windowMs, true],
    ['after the window', sampleStates.accepted, windowMs + 1, false],
    ['after the window, while nobody knows', sampleStates.unknown, windowMs + 1, true],
    ['after the window, while it is on its way', sampleStates.submitting, windowMs + 1, true],
    ['after the window, while it waits', sampleStates.queued, windowMs + 1, true],
    ['when the clock was set back', sampleStates.closed, -minuteMs, true],
    ['after a rejection', sampleStates.rejected, 0, false],
    ['after nothing was sent', sampleStates.not_sent, 0, false],
    ['after nothing was placed', sampleStates.not_placed, 0, false],
    ['beside another draft', sampleStates.draft, 0, false],
  ])('%s', (_, state, elapsedMs, isAsked) => {
    expect(found([sampleRecord(state)], start + elapsedMs)).toEqual(isAsked ? ['one'] : [])
  })

  const orderOf = (change: Partial<OrderRecord['order']>) => ({ order: { ...sampleOrder, ...change } })
  const confirmedOf = (change: object) => ({ confirmed: { ...sampleConfirmation, ...change } })
  test.each([
    ['in other comments', orderOf({ params: { comments: 'a' } }), true],
    ['with spaces around its target', orderOf({ target: ` ${sampleOrder.target} ` }), true],
    ['of another service', orderOf({ serviceId: '4' }), false],
    ['for another target', orderOf({ target: 'https://example.com' }), false],
    ['of another quantity', confirmedOf({ quantity: '2000' }), false],
    ['through another account of the upstream', { accountId: 'b' }, true],
    ['of another upstream', { accountId: 'b', ...confirmedOf({ serviceName: 'Other' }) }, false],
    ['under a new name of the service', confirmedOf({ serviceName: 'Other' }), true],
    ['that is itself', { id: 'new' }, false],
  ])('where there was one %s', (_, change, isAsked) => {
    expect(found([sampleRecord(sampleStates.accepted, change)], start)).toHaveLength(isAsked ? 1 : 0)
  })

  test('where there was one through an account of the same upstream and key, whatever it calls the service', () => {
    const other = sampleRecord(sampleStates.accepted, {
      accountId: 'b',
      ...confirmedOf({ serviceName: 'Other' }),
    })
    expect(findDuplicates([other], candidate, windowMs, start, ['a', 'b'])).toEqual([other])
    expect(findDuplicates([other], candidate, windowMs, start, ['b', 'c'])).toEqual([])
  })

  test('of several the newest comes first', () => {
    const records = [1, 3, 2].map(n => sampleRecord(sampleStates.accepted, { id: `${n}`, sentAt: start + n }))
    expect(found(records, start)).toEqual(['3', '2', '1'])
  })
})

test('an earlier drip-feed is named with the pieces of all its runs', () => {
  const confirmed = { ...sampleConfirmation, quantity: '100', delivers: '2000' }
  const earlier = sampleRecord(sampleStates.accepted, { confirmed })
  expect(describeDuplicate(earlier, start)).toContain('2000')
})

test.each([
  [sampleStates.accepted, 0, ['order 77']],
  [sampleStates.accepted, minuteMs, ['1 minute ', 'order 77']],
  [sampleStates.closed, 119 * minuteMs, ['119 minutes ', 'order 77']],
  [sampleStates.closed, 120 * minuteMs, ['2 hours ', 'order 77']],
  [sampleStates.unknown, 72 * 60 * minuteMs, ['3 days ', 'may have been placed']],
])('the earlier one is named with its age: %#', (state, elapsedMs, facts) => {
  const sentence = describeDuplicate(sampleRecord(state), start + elapsedMs)
  for (const fact of ['1000', 'Sample views', ...facts]) expect(sentence).toContain(fact)
})
