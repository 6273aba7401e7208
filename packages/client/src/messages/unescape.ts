/** A text with one layer of its escapes undone, and where in the source each of its code units stood. */
export interface Unescaped {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Every way in which JSON and JavaScript, URLs and forms, and HTML write a character otherwise, each of bounded
 * length. A key of odd characters can look like an escape of one of them, so each is undone alone too.
 */
const script = '\\\\u\\{[0-9a-f]{1,6}\\}|\\\\u[0-9a-f]{4}|\\\\x[0-9a-f]{2}|\\\\["\'`\\\\/bfnrt]'
/** The sequences of UTF-8, then a byte that is part of none. */
const percent =
  '%u[0-9a-f]{4}|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-4](?:%[89ab][0-9a-f]){3}|%[0-9a-f]{2}|\\+'
const html = '&#x[0-9a-f]{1,6};?|&#\\d{1,7};?|&[a-z]{2,8};'

/** Whose escapes are undone. */
export type EscapeKind = 'any' | 'script' | 'percent' | 'html'

const escapes: Readonly<Record<EscapeKind, RegExp>> = {
  any: new RegExp([script, percent, html].join('|'), 'gi'),
  script: new RegExp(script, 'gi'),
  percent: new RegExp(percent, 'gi'),
  html: new RegExp(html, 'gi'),
}

export const escapeKinds: readonly EscapeKind[] = ['any', 'script', 'percent', 'html']

const controls: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['0', '\0'],
])

/** The names of HTML's own for the characters of ASCII that stand in keys. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    excl: '!',
    num: '#',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    plus: '+',
    comma: ',',
    period: '.',
    sol: '/',
    colon: ':',
    semi: ';',
    equals: '=',
    quest: '?',
    commat: '@',
    lsqb: '[',
    lbrack: '[',
    bsol: '\\',
    rsqb: ']',
    rbrack: ']',
    hat: '^',
    lowbar: '_',
    grave: '`',
    lcub: '{',
    lbrace: '{',
    verbar: '|',
    vert: '|',
    rcub: '}',
    rbrace: '}',
    tab: '\t',
    newline: '\n',
  }),
)

/** Undoes one layer of escapes; `undefined` if the text has none. */
export function unescapeOnce(source: string, kind: EscapeKind = 'any'): Unescaped | undefined {
  if (source.search(escapes[kind]) === -1) return undefined
  const starts = new Int32Array(source.length)
  const ends = new Int32Array(source.length)
  const parts: string[] = []
  let length = 0
  let from = 0
  const put = (part: string, start: number, end: number): void => {
    parts.push(part)
    const isCopy = part.length === end - start
    for (let index = 0; index < part.length; index += 1) {
      starts[length] = isCopy ? start + index : start
      ends[length] = isCopy ? start + index + 1 : end
      length += 1
    }
  }
  for (const { 0: written, index } of source.matchAll(escapes[kind])) {
    put(source.slice(from, index), from, index)
    from = index + written.length
    put(characterOf(written), index, from)
  }
  put(source.slice(from), from, source.length)
  return { text: parts.join(''), starts, ends }
}

function characterOf(written: string): string {
  if (written === '+') return ' '
  const hex = /^(?:\\u\{?|\\x|%u|&#x)([0-9a-f]+)/i.exec(written)?.[1]
  if (hex !== undefined) return ofCodePoint(Number.parseInt(hex, 16))
  const digits = /^&#(\d+)/.exec(written)?.[1]
  if (digits !== undefined) return ofCodePoint(Number.parseInt(digits, 10))
  if (written.startsWith('%')) return ofBytes(written)
  if (written.startsWith('&')) return entities.get(written.slice(1, -1).toLowerCase()) ?? written
  const letter = written.slice(1)
  return controls.get(letter) ?? letter
}

function ofCodePoint(codePoint: number): string {
  return codePoint > 0x10ffff ? '' : String.fromCodePoint(codePoint)
}

/** Returns the character of one such as `%C3%A9`; bytes that are no UTF-8 stand for themselves. */
function ofBytes(percents: string): string {
  try {
    return decodeURIComponent(percents)
  } catch {
    return percents.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
}
