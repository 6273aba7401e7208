import type { Capabilities, UpstreamStatus } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { entryIn, panelStatus, placedEntry } from '../../../test/order-entry.ts'
import type { AskedActions } from '../history/actions.ts'
import { availableActions } from './available-actions.ts'

const able: Capabilities = { canListOrders: false, canRefill: true, canCancel: true, statusBatchSize: 100 }
const unable: Capabilities = { ...able, canRefill: false, canCancel: false }
const flags = { geo: false, retention: false, refill: true, cancel: true, dripFeed: false }
const at = '2026-11-22T12:00:00.000Z'

function offers(state: UpstreamStatus | undefined, isFinal: boolean, actions: AskedActions = {}): string {
  const status = state && panelStatus({ state, isFinal })
  return words(availableActions({ ...placedEntry(status), actions }, flags, able))
}

function words({ cancel, refill }: ReturnType<typeof availableActions>): string {
  return [cancel && 'cancel', refill && 'refill'].filter(word => word !== false).join(' ')
}

describe('what is offered', () => {
  test.each<[UpstreamStatus | undefined, boolean, string]>([
    [undefined, false, 'cancel'],
    ['pending', false, 'cancel'],
    ['in_progress', false, 'cancel'],
    ['stopped', false, 'cancel'],
    ['unknown', false, 'cancel'],
    ['completed', true, 'refill'],
    ['partial', true, 'refill'],
    ['canceled', true, ''],
    ['refunded', true, ''],
  ])('for an order that is %s', (state, isFinal, offered) => expect(offers(state, isFinal)).toBe(offered))

  const accepted = { kind: 'accepted', orderId: '7', refillId: '1' } as const
  const rejected = { kind: 'rejected', orderId: '7', messages: [] } as const
  const ended = {
    kind: 'found',
    refillId: '1',
    state: 'rejected',
    rawStatus: 'Rejected',
    isFinal: true,
  } as const

  test.each<[string, UpstreamStatus, AskedActions, string]>([
    ['a cancel that was asked for', 'in_progress', { cancel: { at, outcome: accepted } }, ''],
    ['a cancel that was refused', 'in_progress', { cancel: { at, outcome: rejected } }, 'cancel'],
    ['a refill under way', 'completed', { refill: { at, outcome: accepted } }, ''],
    ['a refill that has ended', 'completed', { refill: { at, outcome: accepted, status: ended } }, 'refill'],
    ['a refill that was refused', 'completed', { refill: { at, outcome: rejected } }, 'refill'],
  ])('after %s', (_, state, actions, offered) =>
    expect(offers(state, state === 'completed', actions)).toBe(offered),
  )

  test('nothing by an upstream that cannot, of a service that does not allow it, or for what was not placed', () => {
    const entry = placedEntry()
    expect(words(availableActions(entry, flags, unable))).toBe('')
    expect(words(availableActions(entry, flags, undefined))).toBe('')
    expect(words(availableActions(entry, { ...flags, cancel: false }, able))).toBe('')
    expect(words(availableActions(entry, undefined, able))).toBe('')
    expect(words(availableActions(entryIn({ name: 'not_placed', by: 'person' }), flags, able))).toBe('')
  })
})
