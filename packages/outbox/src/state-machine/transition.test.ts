import type { FoundOrder, Outcome } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { sampleListed, sampleRecord, sampleStates, sampleStatus, start } from '../../test/samples.ts'
import { orderIdOf } from '../record/record.ts'
import type { OrderRecord, OrderStateName } from '../record/record-schema.ts'
import { describeRejection } from '../text/rejection-text.ts'
import type { OrderEvent } from './events.ts'
import type { TransitionRejectionCode } from './rejection.ts'
import { transition } from './transition.ts'

const now = start + 400_000
const accepted: Outcome = { kind: 'accepted', orderId: '77', startCount: undefined, messages: [] }
const absent = { kind: 'absent', settlesAt: start + 325_000 } as const

/** Every event, in every kind that makes a difference. */
const events = {
  confirmed: { kind: 'confirmed' },
  send_started: { kind: 'send_started' },
  'ended accepted': { kind: 'ended', outcome: accepted },
  'ended accepted as 78': { kind: 'ended', outcome: { ...accepted, orderId: '78' } },
  'ended rejected': { kind: 'ended', outcome: { kind: 'rejected', messages: [], httpStatus: 400 } },
  'ended not_sent': { kind: 'ended', outcome: { kind: 'not_sent', code: 'offline', reason: 'Offline.' } },
  'ended unknown': {
    kind: 'ended',
    outcome: { kind: 'unknown', code: 'connection_reset', reason: 'Reset.', httpStatus: undefined },
  },
  recovered: { kind: 'recovered' },
  'looked_up found': {
    kind: 'looked_up',
    startedAt: start + 30_000,
    result: { kind: 'found', order: sampleListed },
  },
  'looked_up ambiguous': {
    kind: 'looked_up',
    startedAt: start + 30_000,
    result: { kind: 'ambiguous', candidates: [sampleListed] },
  },
  'looked_up absent too early': { kind: 'looked_up', startedAt: start + 324_999, result: absent },
  'looked_up absent': { kind: 'looked_up', startedAt: start + 325_000, result: absent },
  balance_seen: { kind: 'balance_seen', amount: '17.5' },
  'person_said placed': { kind: 'person_said', said: { kind: 'placed', status: sampleStatus } },
  'person_said not_placed': { kind: 'person_said', said: { kind: 'not_placed' } },
  'person_said not_yet_known': { kind: 'person_said', said: { kind: 'not_yet_known' } },
  'status_seen in_progress': { kind: 'status_seen', status: { ...sampleStatus, currentCount: 500 } },
  'status_seen completed': {
    kind: 'status_seen',
    status: { ...sampleStatus, state: 'completed', isFinal: true, refund: '1' },
  },
  'status_seen of 78': { kind: 'status_seen', status: { ...sampleStatus, orderId: '78' } },
} as const satisfies Record<string, OrderEvent>

type EventName = keyof typeof events
type Expected = OrderStateName | TransitionRejectionCode

/** What comes of the events that are named, and of all the others. */
type Row = Readonly<Partial<Record<EventName, Expected>>> & { readonly otherwise: Expected }

const placed: Row = {
  otherwise: 'already_placed',
  confirmed: 'already_confirmed',
  send_started: 'not_waiting',
  'ended accepted as 78': 'accepted',
  recovered: 'nothing_to_recover',
  'status_seen in_progress': 'open',
  'status_seen completed': 'closed',
  'status_seen of 78': 'other_order',
}

const over: Row = {
  otherwise: 'is_over',
  confirmed: 'already_confirmed',
  send_started: 'not_waiting',
  'ended accepted': 'accepted',
  'ended accepted as 78': 'accepted',
  'ended rejected': 'nothing_new',
  'ended not_sent': 'nothing_new',
  'ended unknown': 'nothing_new',
  recovered: 'nothing_to_recover',
}

const expected: Readonly<Record<OrderStateName, Row>> = {
  draft: { otherwise: 'not_confirmed', confirmed: 'queued', recovered: 'nothing_to_recover' },
  queued: {
    otherwise: 'nothing_was_sent',
    confirmed: 'already_confirmed',
    send_started: 'submitting',
    recovered: 'not_sent',
  },
  submitting: {
    otherwise: 'still_sending',
    confirmed: 'already_confirmed',
    send_started: 'not_waiting',
    'ended accepted': 'accepted',
    'ended accepted as 78': 'accepted',
    'ended rejected': 'rejected',
    'ended not_sent': 'not_sent',
    'ended unknown': 'unknown',
    recovered: 'unknown',
  },
  accepted: placed,
  open: placed,
  closed: placed,
  rejected: over,
  not_sent: over,
  unknown: {
    ...over,
    otherwise: 'nothing_new',
    'ended rejected': 'rejected',
    'ended not_sent': 'not_sent',
    'looked_up found': 'open',
    'looked_up ambiguous': 'unknown',
    'looked_up absent too early': 'unknown',
    'looked_up absent': 'not_placed',
    balance_seen: 'unknown',
    'person_said placed': 'open',
    'person_said not_placed': 'not_placed',
    'person_said not_yet_known': 'unknown',
  },
  not_placed: {
    ...over,
    'ended rejected': 'rejected',
    'ended not_sent': 'not_sent',
    'looked_up found': 'open',
    'looked_up ambiguous': 'nothing_new',
    'looked_up absent too early': 'nothing_new',
    'looked_up absent': 'nothing_new',
    'person_said placed': 'open',
    'person_said not_placed': 'nothing_new',
    'person_said not_yet_known': 'nothing_new',
  },
}

const cells = Object.values(sampleStates).flatMap(state =>
  Object.entries(events).map(([name, event]) => [state.name, name, event] as const),
)

function expectedOf(state: OrderStateName, name: string): Expected {
  const row = expected[state]
  return Object.entries(row).find(([key]) => key === name)?.[1] ?? row.otherwise
}

test('a status that says the same is nothing new, in whatever order its fields come back and whatever is left out', () => {
  const record = sampleRecord(sampleStates.open)
  const entries = Object.entries(sampleStatus).filter(([, value]) => value !== undefined)
  const status: FoundOrder = { ...sampleStatus, ...Object.fromEntries(entries.toReversed()) }
  const stored: FoundOrder = JSON.parse(JSON.stringify(Object.fromEntries(entries.toReversed())))
  const rejection = { code: 'nothing_new' }
  expect(transition(record, { kind: 'status_seen', status: stored }, now)).toEqual({ ok: false, rejection })
  expect(transition(record, { kind: 'status_seen', status }, now)).toEqual({ ok: false, rejection })
  const subscription = { posts: 1, orderIds: ['8'], expiry: undefined }
  const served = { kind: 'status_seen', status: { ...sampleStatus, subscription } } as const
  const seen = transition(record, served, now)
  expect(seen.ok && transition(seen.record, structuredClone(served), now).ok).toBe(false)
  const more = { ...subscription, orderIds: ['8', '9'] }
  const further = { ...served, status: { ...sampleStatus, subscription: more } }
  expect(seen.ok && transition(seen.record, further, now)).toMatchObject({ ok: true })
})

describe('every state with every event', () => {
  test.each(cells)('%s, %s', (state, name, event) => {
    const record = sampleRecord(sampleStates[state])
    const step = transition(record, event, now)
    expect(step.ok ? step.record.state.name : step.rejection.code).toBe(expectedOf(state, name))
    if (step.ok) return expect(JSON.parse(JSON.stringify(step.record))).toEqual(step.record)
    expect(describeRejection(step.rejection)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('a change', () => {
  const draft = sampleRecord(sampleStates.draft)
  const change = (record: typeof draft, event: OrderEvent, at: number) => {
    const step = transition(record, event, at)
    if (!step.ok) throw new Error(step.rejection.code)
    return step
  }

  test('is written into the history, with when it was sent and placed', () => {
    const intent = change(draft, events.confirmed, 1)
    expect(intent.effects).toEqual([{ kind: 'send' }])
    const sending = change(intent.record, events.send_started, 2)
    expect([sending.record.sentAt, sending.effects]).toEqual([2, []])
    const { record, effects } = change(sending.record, events['ended accepted'], 3)
    expect(effects).toEqual([{ kind: 'track' }, { kind: 'notify', topic: 'placed' }])
    expect([record.sentAt, record.placedAt, orderIdOf(record)]).toEqual([2, 3, '77'])
    expect(record.history).toEqual([
      { at: 1, event: 'confirmed', state: 'queued', detail: undefined },
      { at: 2, event: 'send_started', state: 'submitting', detail: undefined },
      { at: 3, event: 'ended', state: 'accepted', detail: '77' },
    ])
    expect(draft).toEqual(sampleRecord(sampleStates.draft))
  })

  test('leaves progress out of the history, and every news in', () => {
    const tracked = sampleRecord(sampleStates.open)
    const more = { ...sampleStatus, currentCount: 600, progress: 0.59 }
    expect(change(tracked, { kind: 'status_seen', status: more }, 1).record.history).toEqual([])
    const charged = { ...sampleStatus, charge: '3' }
    expect(change(tracked, { kind: 'status_seen', status: charged }, 1).record.history).toHaveLength(1)
  })

  test('is none where a status says what was known', () => {
    const step = transition(
      sampleRecord(sampleStates.open),
      { kind: 'status_seen', status: { ...sampleStatus } },
      1,
    )
    expect(step).toEqual({ ok: false, rejection: { code: 'nothing_new' } })
  })

  test('asks for a look-up at once, then when the upstream must have settled', () => {
    const sending = sampleRecord(sampleStates.submitting)
    const lost = change(sending, events.recovered, now)
    expect(lost.effects).toEqual([
      { kind: 'look_up', notBefore: now },
      { kind: 'notify', topic: 'unknown' },
    ])
    const early = change(lost.record, events['looked_up absent too early'], now + 1)
    expect(early.effects).toEqual([{ kind: 'look_up', notBefore: absent.settlesAt }])
  })

  test('asks the person where the upstream lists nothing, or lists too much', () => {
    const panel = change(
      sampleRecord(sampleStates.submitting, { canListOrders: false }),
      events['ended unknown'],
      now,
    )
    expect(panel.effects).toEqual([{ kind: 'ask' }, { kind: 'notify', topic: 'unknown' }])
    const unknown = sampleRecord(sampleStates.unknown)
    const choose = change(unknown, events['looked_up ambiguous'], now)
    expect(choose.effects).toEqual([{ kind: 'ask' }, { kind: 'notify', topic: 'choose' }])
    expect(change(choose.record, events['looked_up ambiguous'], now).effects).toEqual([{ kind: 'ask' }])
  })

  test.each([
    ['ended accepted as 78', 'open', ['renumbered']],
    ['ended accepted', 'unknown', ['placed']],
    ['ended accepted', 'not_placed', ['placed_after_all']],
    ['ended accepted', 'rejected', ['placed_after_all']],
    ['looked_up found', 'unknown', ['found']],
    ['looked_up found', 'not_placed', ['placed_after_all']],
    ['looked_up absent', 'unknown', ['not_found']],
    ['recovered', 'queued', ['not_sent']],
    ['ended rejected', 'submitting', ['rejected']],
    ['status_seen in_progress', 'accepted', []],
    ['status_seen completed', 'accepted', ['completed', 'refunded']],
    ['status_seen completed', 'closed', ['refunded']],
  ] as const)('by %s of what is %s tells the person %j', (name, state, topics) => {
    const { effects } = change(sampleRecord(sampleStates[state]), events[name], now)
    expect(effects.flatMap(effect => (effect.kind === 'notify' ? effect.topic : []))).toEqual(topics)
  })

  test('tells once of a charge that is not what was confirmed', () => {
    const record = sampleRecord(sampleStates.accepted)
    const dearer = { ...sampleStatus, charge: '2.6' }
    const first = change(record, { kind: 'status_seen', status: dearer }, 1)
    expect(first.effects).toContainEqual({ kind: 'notify', topic: 'charged_differently' })
    const again = change(first.record, { kind: 'status_seen', status: { ...dearer, currentCount: 999 } }, 2)
    expect(again.effects).toEqual([{ kind: 'track' }])
  })

  test('keeps a bounded history with its beginning', () => {
    let record = sampleRecord(sampleStates.unknown)
    for (let at = 0; at < 200; at += 1) {
      record = change(record, events['person_said not_yet_known'], at).record
    }
    expect(record.history).toHaveLength(50)
    expect([record.history[0]?.at, record.history[9]?.at, record.history[10]?.at]).toEqual([0, 9, 160])
    expect(record.history.at(-1)?.at).toBe(199)
  })
})

test('whatever happens in whatever order, an order is given out once, and a number never goes', () => {
  // Every state that can be reached from a draft, by trying all events on all of them.
  const reached = new Map([['draft', sampleRecord(sampleStates.draft)]])
  for (const [, before] of reached) {
    for (const event of Object.values(events)) {
      const step = transition(before, event, now)
      if (!step.ok) continue
      const { record: after, effects } = step
      expect(effects.some(({ kind }) => kind === 'send')).toBe(after.state.name === 'queued')
      expect(isSound(before, after)).toBe(true)
      reached.set(JSON.stringify([after.state, after.sentAt]), after)
    }
  }
  expect(new Set([...reached.values()].map(({ state }) => state.name)).size).toBe(10)
})

function isSound(before: OrderRecord, after: OrderRecord): boolean {
  if (after.state.name === 'queued') return before.state.name === 'draft'
  if (after.state.name === 'submitting') return before.state.name === 'queued' && before.sentAt === undefined
  if (orderIdOf(before) !== undefined && orderIdOf(after) === undefined) return false
  return before.sentAt === undefined || after.sentAt === before.sentAt
}
