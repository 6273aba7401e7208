import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formEntries } from './form-entries.ts'

it.each([
  ['', []],
  [
    'a=1&b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a', [['a', '']]],
  ['=1', [['', '1']]],
  ['a=b=c&&', [['a', 'b=c']]],
  ['a=1+2%2B3', [['a', '1 2+3']]],
  ['a=%C3%A4', [['a', 'ä']]],
  ['a=%', [['a', '%']]],
  ['a=%zz%41+', [['a', '%zzA ']]],
  ['a=%FF', [['a', '\uFFFD']]],
  ['a=%ED%A0%80', [['a', '\uFFFD\uFFFD\uFFFD']]],
])('%s is %j', (text, entries) => {
  expect(formEntries(text)).toEqual(entries)
})

it('any text is read as URLSearchParams reads it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '&',
      '=',
      '+',
      '%',
      '%4',
      '%41',
      '%c3%a4',
      '%C3',
      '%zz',
      '%00',
      '%EF%BB%BF',
      '\uFEFF',
      '?',
      '#',
    ),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      // It takes one question mark off the front, which is here no part of what it is given.
      expect(formEntries(text)).toEqual([...new URLSearchParams(`&${text}`)])
    }),
    { numRuns: 2000 },
  )
})
