import { expect, test } from 'vitest'
import { trackedRecord } from '../../test/order-record.ts'
import { countAttention } from './count-attention.ts'

test('each account has its own count, of what was not seen', () => {
  const stopped = trackedRecord({ state: 'stopped' })
  const entries = [
    { record: { ...stopped, id: '1' } },
    { record: { ...stopped, id: '2' } },
    { record: { ...stopped, id: '3', accountId: 'other' } },
    { record: { ...trackedRecord(), id: '4', accountId: 'third' } },
  ]
  expect([...countAttention(entries, {})]).toStrictEqual([
    ['account', 2],
    ['other', 1],
  ])
  expect([...countAttention(entries, { 2: ['stopped'], 3: ['stopped'] })]).toStrictEqual([['account', 1]])
})

test('an order of a file may be called what every object has by birth', () => {
  const entries = [{ record: { ...trackedRecord({ state: 'stopped' }), id: 'toString' } }]
  expect([...countAttention(entries, {})]).toStrictEqual([['account', 1]])
})
