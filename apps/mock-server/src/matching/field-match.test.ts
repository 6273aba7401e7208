import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type FieldMatch, fieldMatchSchema, meetsField } from './field-match.ts'

describe('what a field has to be', () => {
  it.each<[FieldMatch, string | undefined, boolean]>([
    ['1000', '1000', true],
    [1000, '1000', true],
    ['1000', '1000.0', false],
    ['1000', undefined, false],
    [{}, 'anything', true],
    [{}, undefined, false],
    [{ isAbsent: true }, undefined, true],
    [{ isAbsent: true }, '', false],
    [{ isAbsent: false }, 'x', true],
    [{ oneOf: ['1', 2] }, '2', true],
    [{ oneOf: ['1', 2] }, '3', false],
    [{ oneOf: [] }, '3', false],
    [{ atLeast: 1000 }, '999', false],
    [{ atLeast: 1000 }, '1000', true],
    [{ atLeast: 1000 }, '1001', true],
    [{ atMost: '0.5' }, '0.49', true],
    [{ atMost: '0.5' }, '0.50', true],
    [{ atMost: '0.5' }, '0.51', false],
    [{ atLeast: '9007199254740993' }, '9007199254740992', false],
    [{ atLeast: 1 }, 'many', false],
    [{ atLeast: 1 }, '-5', false],
    [{ atLeast: 1 }, `1${'0'.repeat(100)}`, false],
    [{ like: 'https://*.example.com/*' }, 'https://a.example.com/b', true],
    [{ like: 'https://*.example.com/*' }, 'https://example.com/b', false],
    [{ like: 'a*a' }, 'a', false],
    [{ like: 'a*a' }, 'aa', true],
    [{ like: '*b*b*' }, 'abab', true],
    [{ like: '*b*b*' }, 'aba', false],
    [{ like: 'a' }, 'ab', false],
    [{ like: '*' }, '', true],
    [{ like: 'h*', oneOf: ['hi', 'ho'] }, 'hi', true],
    [{ like: 'h*', oneOf: ['hi', 'ho'] }, 'he', false],
  ])('%j and %s: %s', (wanted, text, isMet) => {
    expect(meetsField(wanted, text)).toBe(isMet)
  })

  it('is met by any text that is made from a pattern', () => {
    const part = fc.string().filter(text => !text.includes('*'))
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.string()), { minLength: 1 }), pairs => {
        const like = pairs.map(([literal]) => literal).join('*')
        const text = pairs.map(([literal, any], at) => (at === 0 ? literal : any + literal)).join('')
        expect(meetsField({ like }, text)).toBe(true)
      }),
    )
  })

  it('is found in one go through a long text', () => {
    const begun = performance.now()
    expect(meetsField({ like: `${'*a'.repeat(10_000)}b` }, 'a'.repeat(1_000_000))).toBe(false)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it.each<[unknown, string]>([
    [{ atleast: 5 }, "has no condition 'atleast': did you mean 'atLeast'?"],
    [
      { frobnicate: 5 },
      'must be a text, a whole number, or conditions of like, oneOf, atLeast, atMost, isAbsent',
    ],
    [1.5, 'must be a whole number from 0, or a text'],
    [-1, 'must be a whole number from 0, or a text'],
    [null, 'must be a text, a whole number, or conditions of like, oneOf, atLeast, atMost, isAbsent'],
  ])('is not %j, and says why', (given, sentence) => {
    expect(v.safeParse(fieldMatchSchema, given).issues?.map(({ message }) => message)).toEqual([sentence])
  })
})
