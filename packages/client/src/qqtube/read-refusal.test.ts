import { expect, test } from 'vitest'
import { readRefusal } from './read-refusal.ts'

const messages = [{ id: 1, message: 'No.' }]
const read = [{ id: '1', text: 'No.' }]

test.each([
  ['an error', { status: 'error', messages }, read],
  ['an error in other words', { status: 'failed' }, []],
  ['success in other letters, which is none', { status: 'Success' }, []],
  ['an error beside an answer', { status: 'error', funds: '5', messages }, read],
  ['messages alone', { messages }, read],
  ['success', { status: 'success', messages }, undefined],
  ['the status object of stats', { status: { id_status: 2 } }, undefined],
  ['a blank status', { status: '', funds: '5' }, undefined],
  ['an answer with messages', { funds: '5', messages }, undefined],
  ['an empty list of messages', { messages: [] }, undefined],
  ['an empty object', {}, undefined],
  ['a list', [{ status: 'error' }], undefined],
  ['a number', 5, undefined],
])('readRefusal of %s', (_, value, refusal) => {
  expect(readRefusal(value)).toStrictEqual(refusal)
})
