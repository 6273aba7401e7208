import { Decimal } from '@orderwright/core'
import { describe, expect, test } from 'vitest'
import { sampleOrder, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import { createDraft } from '../record/create-draft.ts'
import { nextTry } from './next-try.ts'

const quote = { total: new Decimal('2.50'), quantity: new Decimal(1000), isChargedLater: false }
const input = { order: sampleOrder, quote, serviceName: 'Sample views', createdAt: start + 1 }

describe('a next try', () => {
  test.each(['rejected', 'not_sent', 'not_placed'] as const)('follows what is %s', state => {
    const result = nextTry(sampleRecord(sampleStates[state]), input)
    expect(result).toMatchObject({
      ok: true,
      draft: { id: 'one.2', retryOf: 'one', attempt: 2, accountId: 'a', sentAt: undefined },
    })
  })

  test.each([
    ['draft', { code: 'not_confirmed' }],
    ['queued', { code: 'unresolved', recordId: 'one' }],
    ['submitting', { code: 'unresolved', recordId: 'one' }],
    ['unknown', { code: 'unresolved', recordId: 'one' }],
    ['accepted', { code: 'already_placed', orderId: '77' }],
    ['open', { code: 'already_placed', orderId: '77' }],
    ['closed', { code: 'already_placed', orderId: '77' }],
  ] as const)('does not follow what is %s', (state, rejection) => {
    expect(nextTry(sampleRecord(sampleStates[state]), input)).toEqual({ ok: false, rejection })
  })

  test('has the same id however often it is asked for, and one of its own each time it fails', () => {
    const first = sampleRecord(sampleStates.not_sent, { id: 'a.b' })
    const ids: string[] = []
    for (let [record, n] = [first, 0]; n < 3; n += 1) {
      const [once, again] = [nextTry(record, input), nextTry(record, input)]
      expect(again).toEqual(once)
      if (!once.ok) throw new Error('refused')
      ids.push(once.draft.id)
      record = { ...once.draft, state: sampleStates.not_sent }
    }
    expect(ids).toEqual(['a.b.2', 'a.b.3', 'a.b.4'])
  })
})

describe('a draft', () => {
  const whole = { ...input, id: 'one', accountId: 'a', canListOrders: true }

  test('holds what the person agrees to as plain text', () => {
    const draft = createDraft({ ...whole, createdAt: start, targetTitle: 'A video', balanceBefore: '20' })
    expect(draft).toEqual(sampleRecord(sampleStates.draft))
  })

  test.each([{ id: ' ' }, { accountId: '' }, { createdAt: Number.NaN }])('without %j is misuse', change => {
    expect(() => createDraft({ ...whole, ...change })).toThrow(TypeError)
  })
})
