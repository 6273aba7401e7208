import type { FoundRefill, RefillState, UpstreamStatus } from '@orderwright/client'
import { expect, test } from 'vitest'
import { panelStatus, placedEntry } from '../../../test/order-entry.ts'
import type { ActionFailure, AskedCancel, AskedRefill } from '../history/actions.ts'
import { describeActions } from './describe-actions.ts'
import { messages as texts } from './texts/en.generated.ts'

const at = '2026-11-22T12:00:00.000Z'
const orderId = '7'

function cancelBadge(state: UpstreamStatus, isFinal: boolean): string | undefined {
  const cancel: AskedCancel = { at, outcome: { kind: 'accepted', orderId } }
  return describeActions({ ...placedEntry(panelStatus({ state, isFinal })), actions: { cancel } }, 'Mine')[0]
    ?.badge
}

test.each<[UpstreamStatus, boolean, string]>([
  ['pending', false, 'Cancel asked for'],
  ['in_progress', false, 'Cancel asked for'],
  ['stopped', false, 'Cancel asked for'],
  ['canceled', true, 'Cancel done'],
  ['partial', true, 'Cancel done'],
  ['completed', true, 'Cancel too late'],
])('a cancel that was accepted, of an order that is %s', (state, isFinal, badge) =>
  expect(cancelBadge(state, isFinal)).toBe(badge),
)

test.each<[RefillState | undefined, string]>([
  [undefined, 'Refill pending'],
  ['pending', 'Refill pending'],
  ['in_progress', 'Refill in progress'],
  ['completed', 'Refill completed'],
  ['rejected', 'Refill rejected'],
  ['canceled', 'Refill canceled'],
  ['error', 'Refill failed'],
  ['unknown', 'Refill: On hold'],
])('a refill that is %s', (state, badge) => {
  const refill: AskedRefill = { at, outcome: { kind: 'accepted', orderId, refillId: '1' } }
  const status: FoundRefill | undefined = state && {
    kind: 'found',
    refillId: '1',
    state,
    rawStatus: 'On hold',
    isFinal: false,
  }
  const told = { ...refill, ...(status && { status }) }
  expect(describeActions({ ...placedEntry(), actions: { refill: told } }, 'Mine')[0]?.badge).toBe(badge)
})

test.each<[ActionFailure, string, string]>([
  [
    { kind: 'rejected', orderId, messages: [{ id: undefined, text: 'Too late' }] },
    'Cancel refused',
    'Mine says: “Too late”',
  ],
  [{ kind: 'not_sent', orderId, code: 'dns' }, 'Cancel not sent', 'Ask again.'],
  [{ kind: 'unknown', orderId, code: 'connection_lost' }, 'Cancel unknown', 'sking again is safe'],
  [{ kind: 'missing', orderId }, 'Cancel unknown', 'sking again is safe'],
])('a cancel that ended as %j', (outcome, badge, part) => {
  const [words] = describeActions({ ...placedEntry(), actions: { cancel: { at, outcome } } }, 'Mine')
  expect([words?.badge, words?.sentence]).toStrictEqual([badge, expect.stringContaining(part)])
})

test('both are told, the cancel first', () => {
  const actions = {
    cancel: { at, outcome: { kind: 'accepted', orderId } },
    refill: { at, outcome: { kind: 'missing', orderId } },
  } as const
  expect(describeActions({ ...placedEntry(), actions }, 'Mine').map(({ kind }) => kind)).toStrictEqual([
    'cancel',
    'refill',
  ])
})

test.each([
  ['all of it', { state: 'canceled', charge: '0' }, texts.cancel.refunded.all()],
  ['a part', { state: 'partial', charge: '3' }, texts.cancel.refunded.amount({ amount: '€1.00' })],
  ['nothing so far', { state: 'canceled', charge: '4' }, texts.cancel.refunded.unknown({ provider: 'Mine' })],
] as const)('a cancel that is done says what came back by the charge: %s', (_, change, sentence) => {
  const cancel = { at, outcome: { kind: 'accepted', orderId } } as const
  const entry = { ...placedEntry(panelStatus({ ...change, isFinal: true })), actions: { cancel } }
  expect(describeActions(entry, 'Mine')[0]?.sentence).toBe(sentence)
})
