import type { FoundRefill, OrderState, RefillState } from '@orderwright/client'
import { expect, test } from 'vitest'
import { panelStatus } from '../../test/order-entry.ts'
import { describeFollowUps } from './describe-follow-ups.ts'
import type { AskedCancel, AskedRefill, FollowUpFailure } from './follow-up.ts'

const at = '2026-11-22T12:00:00.000Z'
const orderId = '7'

function cancelBadge(state: OrderState, isFinal: boolean): string | undefined {
  const cancel: AskedCancel = { at, ending: { kind: 'accepted', orderId } }
  return describeFollowUps({ cancel }, panelStatus({ state, isFinal }), 'Mine')[0]?.badge
}

test.each<[OrderState, boolean, string]>([
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
  ['error', 'Refill failed'],
  ['unknown', 'Refill: On hold'],
])('a refill that is %s', (state, badge) => {
  const refill: AskedRefill = { at, ending: { kind: 'accepted', orderId, refillId: '1' } }
  const status: FoundRefill | undefined = state && {
    kind: 'found',
    refillId: '1',
    state,
    rawStatus: 'On hold',
    isFinal: false,
  }
  const told = { ...refill, ...(status && { status }) }
  expect(describeFollowUps({ refill: told }, undefined, 'Mine')[0]?.badge).toBe(badge)
})

test.each<[FollowUpFailure, string, string]>([
  [
    { kind: 'rejected', orderId, messages: [{ id: undefined, text: 'Too late' }] },
    'Cancel refused',
    'Mine says: “Too late”',
  ],
  [{ kind: 'not_sent', orderId, reason: 'No name.' }, 'Cancel not sent', 'Ask again.'],
  [{ kind: 'unknown', orderId, reason: 'It broke.' }, 'Cancel unknown', 'asking again is safe'],
  [{ kind: 'missing', orderId }, 'Cancel unknown', 'asking again is safe'],
])('a cancel that ended as %j', (ending, badge, part) => {
  const [words] = describeFollowUps({ cancel: { at, ending } }, undefined, 'Mine')
  expect([words?.badge, words?.sentence]).toStrictEqual([badge, expect.stringContaining(part)])
})

test('both are told, the cancel first', () => {
  const followUps = {
    cancel: { at, ending: { kind: 'accepted', orderId } },
    refill: { at, ending: { kind: 'missing', orderId } },
  } as const
  expect(describeFollowUps(followUps, undefined, 'Mine').map(({ kind }) => kind)).toStrictEqual([
    'cancel',
    'refill',
  ])
})
