import { escapeKinds, unescapeOnce } from './unescape.ts'

export type Redact = (text: string) => string

const mark = '[key]'

/** A shorter tail is too likely to be there by chance. */
const shortestTail = 4

/** How many layers of escapes are looked through: an URL in HTML in JSON has three. */
const layers = 5

/** A key of fewer characters may well be a part of a word; it is taken out of values if it stands alone. */
const distinctLength = 8

/**
 * Takes a secret out of a text: as it is, and in whatever mixture of the escapes of URLs, forms, JSON and HTML, up
 * to five layers of them, in any case. A text that was cut short inside the secret loses what is left of it at
 * the end: of `?api_key=a%2Fb%2Bsecret` and `a/b+secret`, `?api_key=[key]` is left. Takes a time that grows with the
 * length alone, whatever text and secret are.
 */
export function createRedact(secret: string): Redact {
  const patterns = patternsOf(secret)
  return text => withoutSecret(text, patterns, { isWhole: false, cutsTail: true })
}

/**
 * Creates a function that does the same for every text, number and name in a parsed answer, so that nothing that is read from it holds the
 * secret. A secret of 4 to 7 characters is taken out of texts if it stands alone, a shorter one not at all:
 * `1` or `USD` would change what the answer says.
 */
export function createValueRedact(secret: string): (value: unknown) => unknown {
  const patterns = patternsOf(secret)
  const isDistinct = secret.length >= distinctLength
  const isWhole = !isDistinct || !/\D/.test(secret)
  const redact: Redact = text => withoutSecret(text, patterns, { isWhole, cutsTail: false })
  if (secret.length < shortestTail) return value => value

  function redactValue(value: unknown): unknown {
    if (typeof value === 'string') return redact(value)
    if (typeof value === 'number') return redact(String(value)) === String(value) ? value : mark
    if (Array.isArray(value)) return value.map(redactValue)
    if (typeof value !== 'object' || value === null) return value
    // `fromEntries` makes a property of its own of `__proto__` too.
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [isDistinct ? redact(name) : name, redactValue(item)]),
    )
  }
  return redactValue
}

/** The two ways of taking the key out, for what is said about an answer and for what is read from it. */
export interface Redactions {
  readonly redact: Redact
  readonly redactValue: (value: unknown) => unknown
}

interface Pattern {
  readonly codes: readonly number[]
  /** For each length of a match, the longest shorter one that is its end: the table of Knuth, Morris and Pratt. */
  readonly fallbacks: readonly number[]
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Search {
  /** Whether letters and digits beside it make it a part of something else. */
  readonly isWhole: boolean
  readonly cutsTail: boolean
}

/** Returns the secret, and what it says without its own escapes: a layer that is undone in a text is undone in it too. */
function patternsOf(secret: string): readonly [Pattern, ...Pattern[]] {
  const forms = new Set<string>()
  let form: string | undefined = secret
  for (let layer = 0; layer <= layers && form !== undefined; layer += 1) {
    if (form.length >= shortestTail) forms.add(form)
    form = unescapeOnce(form)?.text
  }
  forms.delete(secret)
  return [patternOf(secret), ...[...forms].map(patternOf)]
}

function patternOf(text: string): Pattern {
  const codes = Array.from({ length: text.length }, (_, index) => folded(text.charCodeAt(index)))
  const fallbacks = [0]
  for (let index = 1; index < codes.length; index += 1) {
    let matched = fallbacks[index - 1] ?? 0
    while (matched > 0 && codes[index] !== codes[matched]) matched = fallbacks[matched - 1] ?? 0
    fallbacks.push(codes[index] === codes[matched] ? matched + 1 : 0)
  }
  return { codes, fallbacks }
}

function withoutSecret(text: string, patterns: readonly Pattern[], search: Search): string {
  if (!search.cutsTail && patterns.every(({ codes }) => codes.length > text.length)) return text
  const spans: Span[] = spansOfAll(text, patterns, search)
  for (const kind of escapeKinds) {
    let layer = unescapeOnce(text, kind)
    let placeOf = ({ start, end }: Span): Span => ({ start, end })
    for (let depth = 1; depth <= layers && layer !== undefined; depth += 1) {
      const { starts, ends } = layer
      const outer = placeOf
      placeOf = ({ start, end }) => outer({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 })
      for (const span of spansOfAll(layer.text, patterns, search)) spans.push(placeOf(span))
      layer = unescapeOnce(layer.text, kind)
    }
  }
  return spans.length === 0 ? text : replaced(text, spans)
}

/** Returns where one of the patterns stands in the text, and what the text ends with of one. */
function spansOfAll(text: string, patterns: readonly Pattern[], { isWhole, cutsTail }: Search): Span[] {
  return patterns.flatMap(pattern => {
    const whole = spansOf(text, pattern)
    const spans = isWhole ? whole.filter(span => standsAlone(text, span)) : whole
    const cut = cutsTail ? text.length - halfEscapeLength(text) : text.length
    const tails = cutsTail ? [tailOf(text, cut, pattern), tailOf(text, text.length, pattern)] : []
    return [...spans, ...tails.filter(tail => tail !== undefined)]
  })
}

function spansOf(text: string, { codes, fallbacks }: Pattern): readonly Span[] {
  const spans: Span[] = []
  let matched = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = folded(text.charCodeAt(index))
    while (matched > 0 && codes[matched] !== code) matched = fallbacks[matched - 1] ?? 0
    if (codes[matched] === code) matched += 1
    if (matched < codes.length) continue
    spans.push({ start: index + 1 - matched, end: index + 1 })
    matched = 0
  }
  return spans
}

/** Returns what the text has of the pattern's beginning before `end`, if that is more than chance. */
function tailOf(text: string, end: number, { codes, fallbacks }: Pattern): Span | undefined {
  let matched = 0
  for (let index = Math.max(0, end - codes.length + 1); index < end; index += 1) {
    const code = folded(text.charCodeAt(index))
    while (matched > 0 && codes[matched] !== code) matched = fallbacks[matched - 1] ?? 0
    if (codes[matched] === code) matched += 1
  }
  return matched < shortestTail ? undefined : { start: end - matched, end: text.length }
}

/** Returns how much of the end of a text is an escape that was cut short, or may be one. */
function halfEscapeLength(text: string): number {
  return /(?:%u?[0-9a-f]{0,3}|\\u?\{?[0-9a-f]{0,5}|&#?[0-9a-z]{0,8})$/i.exec(text.slice(-10))?.[0].length ?? 0
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const isWord = (index: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(index))
  return !(isWord(start) && isWord(start - 1)) && !(isWord(end - 1) && isWord(end))
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= from) continue
    if (start >= from) parts.push(text.slice(from, start), mark)
    from = end
  }
  return parts.join('') + text.slice(from)
}

/** Returns a text with its ASCII letters in lower case: their case does not count. */
function folded(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
}
