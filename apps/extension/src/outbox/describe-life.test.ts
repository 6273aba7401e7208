import type { FoundOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { describeLife } from './describe-life.ts'
import type { OrderEntry } from './order-entry.ts'
import type { OrderLife } from './order-life.ts'

function entry(life: OrderLife): OrderEntry {
  return {
    token: 't',
    accountId: 'a',
    createdAt: '2026-11-22T12:00:00.000Z',
    serviceName: 'Sample',
    title: '',
    order: { serviceId: '7', target: undefined, quantity: '1000', drip: false, params: {} },
    quoted: '2.5',
    currency: 'USD',
    life,
  }
}

const words = (life: OrderLife): string => {
  const { badge, title, sentence } = describeLife(entry(life), 'Mine')
  return `[${badge}] ${title}. ${sentence}`
}

const notSent = (reason: Extract<OrderLife, { kind: 'not_sent' }>['reason']): OrderLife => ({
  kind: 'not_sent',
  reason,
})
const unknown = (candidates?: readonly string[]): OrderLife => ({
  kind: 'unknown',
  reason: 'The connection broke.',
  search: candidates && {
    at: '2026-11-22T12:01:00.000Z',
    candidates: candidates.map(orderId => ({ orderId, createdAt: undefined, charge: undefined })),
  },
})

describe('an ending in words', () => {
  test.each<[string, OrderLife, readonly string[]]>([
    [
      'refused: the upstream’s words, nothing charged, correct and resend',
      { kind: 'rejected', messages: [{ id: '32', text: 'Service does not exist.' }] },
      ['[Refused]', 'Mine says: “Service does not exist.”', 'Nothing was charged', 'send it again'],
    ],
    [
      'refused without words',
      { kind: 'rejected', messages: [] },
      ['Mine gave no reason.', 'Nothing was charged'],
    ],
    [
      'not sent: at another price, both are named',
      notSent({ code: 'price_changed', total: '3' }),
      ['[Not sent]', 'from $2.50 to $3.00', 'before anything was sent'],
    ],
    [
      'not sent: above the balance',
      notSent({ code: 'balance_too_low', balance: '1.2' }),
      ['$1.20', '$2.50', 'Nothing was sent'],
    ],
    ['not sent: interrupted', notSent({ code: 'interrupted' }), ['safe to order again']],
    [
      'not sent: failed',
      notSent({ code: 'failed', sentence: 'example.com could not be reached.' }),
      ['example.com could not be reached.', 'safe to try again'],
    ],
    [
      'unknown: it may have been taken, do not order again before looking',
      unknown(),
      [
        '[Unknown]',
        'The connection broke.',
        'Mine may have taken it',
        'Do not order again before you have looked',
      ],
    ],
    ['unknown, and not in the list', unknown([]), ['not in the list', 'Look once more']],
    ['unknown, with candidates', unknown(['7']), ['These orders could be it:']],
    ['closed', { kind: 'closed' }, ['[Not placed]', 'was not there']],
    ['sending', { kind: 'sending' }, ['[Sending]']],
    [
      'placed',
      { kind: 'accepted', orderId: '123', messages: [], status: undefined },
      ['[Placed]', 'Order 123 is placed', 'under Orders'],
    ],
  ])('%s', (_, life, parts) => {
    for (const part of parts) expect(words(life)).toContain(part)
  })
})

test('a status that is not listed is shown in the upstream’s own word', () => {
  const status: FoundOrder = {
    kind: 'found',
    orderId: '123',
    state: 'unknown',
    rawStatus: 'On hold',
    isFinal: false,
    startCount: undefined,
    currentCount: undefined,
    wantedCount: undefined,
    remains: undefined,
    progress: undefined,
    charge: undefined,
    refund: undefined,
    currency: undefined,
  }
  const life: OrderLife = { kind: 'accepted', orderId: '123', messages: [], status }
  expect(describeLife(entry(life), 'Mine').badge).toBe('On hold')
  const completed: OrderLife = { ...life, status: { ...status, state: 'completed' } }
  expect(describeLife(entry(completed), 'Mine').badge).toBe('Completed')
})
