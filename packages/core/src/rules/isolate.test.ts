import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolate } from './isolate.ts'

const [open, close] = ['\u2068', '\u2069']

test.each(['', 'Minutes', 'Süper 👏', '每分钟', '10–20 (fast)', 'Привет', 'a\nb', '\ufeffBOM', 'x\u200by'])(
  '%j cannot reorder a sentence and stays as it is',
  text => {
    expect(isolate(text)).toBe(text)
  },
)

describe('a text that could reorder the sentence around it is isolated', () => {
  test.each([
    ['Hebrew', 'דקות'],
    ['Arabic', 'دقائق 5'],
    ['Arabic presentation forms', '\ufe8d'],
    ['Thaana', 'ދިވެހި'],
    ['Adlam, beyond the basic plane', '\u{1e900}'],
    ['a right-to-left mark', 'a\u200fb'],
    ['a left-to-right mark', 'a\u200eb'],
    ['an Arabic letter mark', 'a\u061cb'],
  ])('%s', (_, text) => {
    expect(isolate(text)).toBe(`${open}${text}${close}`)
  })

  test.each([
    ['an override that is never closed', '\u202egnp.exe', `${open}gnp.exe${close}`],
    ['an embedding', 'a\u202bb\u202cc', `${open}abc${close}`],
    ['the end of an isolate', 'דק\u2069ות', `${open}דקות${close}`],
    ['an isolate', '\u2067a\u2069', `${open}a${close}`],
    ['a line end, which would end the isolate', 'דק\r\nות\u2029x', `${open}דק ות x${close}`],
  ])('without %s', (_, text, isolated) => {
    expect(isolate(text)).toBe(isolated)
  })
})

test('whatever the text, one isolate opens first and closes last, and isolating twice changes nothing', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\n\u2029א'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  )
  fc.assert(
    fc.property(text, parts => {
      const once = isolate(parts.join(''))
      const inner = once.startsWith(open) ? once.slice(1, -1) : once
      expect(inner).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(once.startsWith(open)).toBe(once.endsWith(close))
      expect(isolate(once)).toBe(once)
    }),
  )
})
