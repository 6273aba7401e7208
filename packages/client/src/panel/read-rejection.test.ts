import { expect, test } from 'vitest'
import { readRejection } from './read-rejection.ts'

const said = (...texts: readonly string[]): unknown => texts.map(text => ({ id: undefined, text }))

test.each([
  ['a text', { error: 'Incorrect request' }, said('Incorrect request')],
  ['a text beside other fields', { status: 'fail', error: 'Bad link' }, said('Bad link')],
  ['a number', { error: 17 }, said('17')],
  ['several texts', { error: ['Bad link', 'Bad service'] }, said('Bad link', 'Bad service')],
  ['an object with a message', { error: { code: 5, message: 'Bad link' } }, said('Bad link')],
  ['an object with an error inside', { error: { error: 'Bad link' } }, said('Bad link')],
  ['an object without words', { error: { code: 5 } }, []],
  ['a flag beside a message', { error: true, message: 'Bad link' }, said('Bad link')],
  ['a flag alone', { error: true }, []],
  ['null, which is none', { error: null, order: 5 }, undefined],
  ['a blank text, which is none', { error: ' ', order: 5 }, undefined],
  ['false, which is none', { error: false, order: 5 }, undefined],
  ['an empty list, which is none', { error: [], order: 5 }, undefined],
  ['no error', { order: 5, message: 'Thank you' }, undefined],
  ['a list of errors, which are those of items', [{ error: 'Bad link' }], undefined],
  ['a text that is the answer', 'Bad link', undefined],
  ['null as the answer', null, undefined],
])('readRejection of %s', (_, value, messages) => {
  expect(readRejection(value)).toStrictEqual(messages)
})
