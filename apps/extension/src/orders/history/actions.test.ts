import type { FoundRefill } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { type AskedRefill, nextActions, openRefillId } from './actions.ts'

const at = '2026-11-22T12:00:00.000Z'
const refill: AskedRefill = { at, outcome: { kind: 'accepted', orderId: '7', refillId: '1' } }
const rejected: AskedRefill = { at, outcome: { kind: 'rejected', orderId: '7', messages: [] } }
const status = (refillId: string, isFinal: boolean): FoundRefill => ({
  kind: 'found',
  refillId,
  state: isFinal ? 'completed' : 'pending',
  rawStatus: '',
  isFinal,
})

describe('what was asked for', () => {
  test('a cancel and a refill stand side by side, and the latest of each counts', () => {
    const cancel = { at, outcome: { kind: 'accepted', orderId: '7' } } as const
    const both = nextActions(nextActions({}, { kind: 'cancel_asked', cancel }), {
      kind: 'refill_asked',
      refill: rejected,
    })
    expect(both).toStrictEqual({ cancel, refill: rejected })
    expect(nextActions(both, { kind: 'refill_asked', refill })).toStrictEqual({ cancel, refill })
  })

  test('a status is of the latest refill or of none', () => {
    const told = nextActions({ refill }, { kind: 'refill_tracked', status: status('1', true) })
    expect(told).toStrictEqual({ refill: { ...refill, status: status('1', true) } })
    expect(nextActions({ refill }, { kind: 'refill_tracked', status: status('2', true) })).toStrictEqual({
      refill,
    })
    expect(nextActions({}, { kind: 'refill_tracked', status: status('2', true) })).toStrictEqual({})
  })

  test.each([
    ['none', {}, undefined],
    ['one that was refused', { refill: rejected }, undefined],
    ['one not asked about yet', { refill }, '1'],
    ['one under way', { refill: { ...refill, status: status('1', false) } }, '1'],
    ['one that has ended', { refill: { ...refill, status: status('1', true) } }, undefined],
  ])('of %s is to be asked about: %s', (_, actions, id) => expect(openRefillId(actions)).toBe(id))
})
