import { expect, test } from 'vitest'
import {
  sampleConfirmation,
  sampleListed,
  sampleRecord,
  sampleStates,
  sampleStatus,
  start,
} from '../../test/samples.ts'
import type { OrderState } from '../record/record-schema.ts'
import { describeBalances } from './balances-text.ts'
import { describeDuplicate, describePossibleDuplicate } from './duplicate-text.ts'
import { describeLimitIssue } from './limit-text.ts'
import { describeRejection } from './rejection-text.ts'
import { describeState } from './state-text.ts'

/** Each turns the words around it over, unless it is isolated. */
const [upstream, service, said, orderId, currency] = ['חשבון', 'שירות', 'סירוב', 'מספר', 'שקל']
const confirmed = { ...sampleConfirmation, serviceName: service, currency }
const status = { ...sampleStatus, orderId, rawStatus: said, refund: '1', currency }
const placed = sampleRecord({ name: 'accepted', orderId }, { confirmed })

const states: readonly OrderState[] = [
  ...Object.values(sampleStates),
  { name: 'accepted', orderId },
  { name: 'open', orderId, status },
  { name: 'open', orderId, status: { ...status, state: 'error' } },
  { name: 'open', orderId, status: { ...status, state: 'unknown' } },
  { name: 'closed', orderId, status: { ...status, state: 'canceled' } },
  { name: 'rejected', messages: [{ id: undefined, text: said }], httpStatus: 200 },
  { ...sampleStates.unknown, readInPart: 5000 },
]

const sentences: readonly string[] = [
  ...states.map(state => describeState(sampleRecord(state, { confirmed }), { upstream })),
  describeDuplicate(placed, start),
  describePossibleDuplicate({ order: { ...sampleListed, orderId }, record: placed }),
  describeLimitIssue({ code: 'over_order_cap', total: '2', cap: '1' }, { account: upstream, currency }),
  describeLimitIssue({ code: 'other_currency', set: currency, now: service }, { account: upstream }),
  describeBalances({ cost: '2' }, { suggests: 'placed', fell: '2' }, currency),
  describeRejection({ code: 'already_placed', orderId }),
  describeRejection({ code: 'other_order', orderId }),
  describeRejection({ code: 'order_not_found', orderId }),
  describeRejection({ code: 'order_known', orderId, recordId: 'one' }),
  describeRejection({ code: 'other_quantity', orderId, ordered: '1', found: '2' }),
]

test.each(sentences)('texts of others stay by themselves: %s', sentence => {
  expect(sentence).not.toBe('')
  expect(sentence.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '')).not.toMatch(/[\u0590-\u05ff]/)
})
