import type { ListedOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { minuteMs, sampleListed, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import { describePossibleDuplicate } from '../text/duplicate-text.ts'
import { findPossibleDuplicates } from './possible-duplicates.ts'

const record = sampleRecord(sampleStates.open)
const listed = (change: Partial<ListedOrder>): ListedOrder => ({ ...sampleListed, orderId: '78', ...change })
const duplicateIds = (orders: readonly ListedOrder[], records = [record]): readonly string[] =>
  findPossibleDuplicates(records, [...orders, sampleListed], 10 * minuteMs).map(({ order }) => order.orderId)

describe('an order that no record has', () => {
  test.each([
    ['like one that a record has', {}, ['78']],
    [
      'like it and at the edge of its time',
      { createdAt: new Date(start + 10 * minuteMs + 2000).toISOString() },
      ['78'],
    ],
    ['like it and of another time', { createdAt: new Date(start + 10 * minuteMs + 2001).toISOString() }, []],
    ['like it at no time', { createdAt: undefined }, []],
    ['of another service', { serviceId: '4' }, []],
    ['of another quantity', { wantedCount: 1 }, []],
    ['that may be for something else', { target: 'Some channel' }, []],
    ['that it has', { orderId: '77' }, []],
  ])('%s', (_, change, duplicates) => {
    expect(duplicateIds([listed(change)])).toEqual(duplicates)
  })

  test('is no possible duplicate of a record that may be it', () => {
    expect(duplicateIds([listed({})], [sampleRecord(sampleStates.unknown)])).toEqual([])
  })

  test('is described with the one that it may duplicate', () => {
    const [duplicate] = findPossibleDuplicates([record], [listed({})])
    expect(duplicate && describePossibleDuplicate(duplicate)).toMatch(/78.*77/)
  })
})
