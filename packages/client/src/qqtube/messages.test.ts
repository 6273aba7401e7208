import { expect, test } from 'vitest'
import { readMessages } from './messages.ts'

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
