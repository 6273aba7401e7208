import { expect, test } from 'vitest'
import { readMessages, readRejection } from './messages.ts'

const one = { id: '30', text: 'Service ID not provided!' }

const wire = { id: 30, message: 'Service ID not provided!' }

test.each([
  [
    'the list of the example',
    { messages: [wire, { id: '32', message: 'No.' }] },
    [one, { id: '32', text: 'No.' }],
  ],
  ['the list of the table', { message: [wire] }, [one]],
  ['both', { messages: [wire], message: 'Stop.' }, [one, { id: undefined, text: 'Stop.' }]],
  ['a single object', { messages: wire }, [one]],
  ['a single text', { message: 'Stop.' }, [{ id: undefined, text: 'Stop.' }]],
  [
    'texts',
    { messages: ['Stop.', 'Go.'] },
    [
      { id: undefined, text: 'Stop.' },
      { id: undefined, text: 'Go.' },
    ],
  ],
  ['a list with a gap, as PHP writes it', { messages: { 1: wire } }, [one]],
  ['none', { messages: [] }, []],
  ['null', { messages: null }, []],
  ['a message without words', { messages: [{ id: 5 }, { id: 6, message: ' ' }] }, []],
  ['lists in lists', { messages: [[wire]] }, []],
  ['no object', [wire], []],
])('readMessages reads %s', (_, value, messages) => {
  expect(readMessages(value)).toStrictEqual(messages)
})

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
])('readRejection of %s', (_, value, refusal) => {
  expect(readRejection(value)).toStrictEqual(refusal)
})
