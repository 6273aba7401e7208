import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rule } from './param.ts'
import { parseRules } from './parse-rules.ts'

describe('parseRules', () => {
  test.each([
    ['', []],
    [' | ', []],
    ['required', [{ name: 'required' }]],
    [
      ' Required | MIN : 010 |increment:5',
      [{ name: 'required' }, { name: 'min', n: '10' }, { name: 'increment', n: '5' }],
    ],
    [
      'max:-5|minchar:+3',
      [
        { name: 'max', n: '-5' },
        { name: 'minchar', n: '3' },
      ],
    ],
    [
      'maxchar:1|minlines:2',
      [
        { name: 'maxchar', n: '1' },
        { name: 'minlines', n: '2' },
      ],
    ],
  ])('reads %j', (text, rules) => {
    expect(parseRules(text)).toEqual({ rules, defects: [] })
  })

  test.each([
    ['regex:^a$', 'unknown_rule'],
    ['email', 'unknown_rule'],
    ['toString:1', 'unknown_rule'],
    ['min', 'unusable_rule'],
    ['min:', 'unusable_rule'],
    ['max:abc', 'unusable_rule'],
    ['min:1.5', 'unusable_rule'],
    ['increment:0', 'unusable_rule'],
  ])('reports %j as %s and judges the others', (text, code) => {
    expect(parseRules(`${text}|required`)).toEqual({
      rules: [{ name: 'required' }],
      defects: [{ code, text }],
    })
  })

  test('what is parsed, written out and parsed again is the same', () => {
    const names = fc.constantFrom(
      'required',
      'min',
      'MAX',
      'increment',
      'minchar',
      'maxchar',
      'minlines',
      'other',
    )
    const part = fc
      .tuple(names, fc.oneof(fc.integer().map(String), fc.string()))
      .map(([name, n]) => `${name}:${n}`)
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string(), fc.constant('required'))), parts => {
        const { rules } = parseRules(parts.join('|'))
        expect(parseRules(written(rules))).toEqual({ rules, defects: [] })
      }),
    )
  })
})

function written(rules: readonly Rule[]): string {
  return rules.map(rule => (rule.name === 'required' ? rule.name : `${rule.name}:${rule.n}`)).join('|')
}
