import { stripTypeScriptTypes } from 'node:module'
import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { type Catalog, compileCatalog } from './compile-catalog.ts'

type Compiled = (values?: Readonly<Record<string, string | number>>) => string

/** Returns the messages of a catalog as a program has them that imports its module. */
function compiled(locale: string, catalog: Catalog): Readonly<Record<string, Compiled>> {
  const code = stripTypeScriptTypes(compileCatalog(locale, catalog)).replace('export const', 'const')
  return runInThisContext(`(() => { ${code}; return messages })()`)
}

describe('a message', () => {
  test('has its arguments put in', () => {
    const { pair, quoted } = compiled('en', {
      pair: '{name} costs {price}.',
      quoted: "It''s '{plain}'.",
    })
    expect(pair?.({ name: 'Views', price: '0.90' })).toBe('Views costs 0.90.')
    expect(quoted?.()).toBe("It's {plain}.")
  })

  const lines = '{n, plural, =0 {no line} one {# line} few {# řádky} many {# řádku} other {# lines}}'

  test.each([
    [
      'en',
      '{n, plural, =0 {none} one {# line} other {# lines}}',
      ['none', '1 line', '2 lines', '1,234 lines'],
    ],
    ['cs', lines, ['no line', '1 line', '2 řádky', '1\u00a0234 lines']],
  ])('in %s has the plural forms of its language', (locale, text, expected) => {
    const { message } = compiled(locale, { message: text })
    expect([0, 1, 2, 1234].map(n => message?.({ n }))).toEqual(expected)
    expect(message?.({ n: '1' })).toBe(expected[1])
  })

  test('has ordinal forms, and chooses among cases', () => {
    const { place, state } = compiled('en', {
      place: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
      state: '{state, select, open {Open} other {Closed}}',
    })
    expect([1, 2, 3, 4, 11].map(n => place?.({ n }))).toEqual(['1st', '2nd', '3rd', '4th', '11th'])
    expect(['open', 'x', 'constructor'].map(word => state?.({ state: word }))).toEqual([
      'Open',
      'Closed',
      'Closed',
    ])
  })
})

test('a catalog declares no type that it does not use', () => {
  expect(compileCatalog('en', { a: 'A {b}' })).not.toContain('type ')
  expect(compileCatalog('en', { a: '{b, select, other {B}}' })).not.toContain('type Rule')
})

test('the module imports nothing', () => {
  const code = compileCatalog('en', { a: '{n, plural, one {#} other {{m, select, a {A} other {B}}}}' })
  expect(code).not.toMatch(/\bimport\b/)
})

test('the arguments of a message are part of its type: text if it is printed, a number too if it only decides', () => {
  const code = compileCatalog('en', {
    group: { a: '{n, plural, one {x} other {{kind, select, other {{deep}}}}}', b: 'B' },
  })
  expect(code).toContain(
    'readonly "a": (d: { readonly "n": Value; readonly "kind": Value; readonly "deep": string }) => string',
  )
  expect(code).toContain('readonly "b": () => string')
})

test.each([
  ['an open brace', { group: { key: '{name' } }, 'group.key: '],
  ['a plural form that the language does not have', { key: '{n, plural, few {x} other {y}}' }, 'few'],
  ['a date', { key: '{when, date}' }, 'key: {when, date} is not compiled; give it as text, by Intl'],
])('%s is refused', (_, catalog, says) => {
  expect(() => compileCatalog('en', catalog)).toThrow(says)
})
