import { parseJson } from '@orderwright/core'
import type { Redact } from '../messages/redact.ts'

/** Where a JSON answer can begin after PHP's notices, which end a line or an HTML element. */
const beginnings = /(?<=[\n\r>\uFEFF])[{[]/g

/** Notices are short; a long page is none. */
const noticesLimit = 64 * 1024

/** No answer of either API goes deeper than 5; beyond that a reader that calls itself would run out of stack. */
const deepest = 64

/** What a server's own tools add behind an answer, JSON of theirs included. */
const asides = /<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?(?:-->|$)/gi

/** A page of a proxy or a shop, whatever JSON its scripts hold. */
const page = /<(?:!doctype|html|head|body)\b/i

/**
 * Returns the JSON value of an answer's text, every digit kept; `undefined` if it has none. A byte-order mark and PHP's
 * notices before the JSON are passed over, and so are comments, scripts and notices behind it. JSON that was cut
 * short is not: a whole list inside a half answer would say something else than the answer. Neither are two JSON
 * values in one answer, which may contradict each other. Reads the text once, however it is made.
 */
export function parseAnswer(
  text: string,
  redactValue: (value: unknown) => unknown = value => value,
): Parsed | undefined {
  const parsed = parse(text)
  return parsed && { value: redactValue(parsed.value) }
}

function parse(text: string): Parsed | undefined {
  const start = firstVisible(text, 0)
  if (start === text.length) return undefined
  if (!isOpening(text.charCodeAt(start))) {
    const scalar = tryParse(text.slice(start))
    if (scalar !== undefined) return scalar
  }
  const found = firstJson(text, start)
  return found !== undefined && isAlone(text.slice(found.end)) ? { value: found.value } : undefined
}

interface Parsed {
  readonly value: unknown
}

/** Returns the first object or list that begins at `start`, or behind a notice. */
function firstJson(text: string, start: number): (Parsed & { readonly end: number }) | undefined {
  const head = text.slice(0, noticesLimit)
  const pageAt = head.search(page)
  const notices = [...head.matchAll(beginnings)].map(({ index }) => index)
  let from = start
  for (const index of isOpening(text.charCodeAt(start)) ? [start, ...notices] : notices) {
    if (index < from) continue
    if (pageAt !== -1 && pageAt < index) return undefined
    const end = endOfJson(text, index)
    // What is never closed was cut short, and all that follows may be a part of it.
    if (end === undefined) return undefined
    const parsed = tryParse(text.slice(index, end))
    if (parsed !== undefined) return { ...parsed, end }
    from = end
  }
  return undefined
}

/** Returns whether what stands behind an answer is no further answer. */
function isAlone(behind: string): boolean {
  const rest = behind.slice(0, noticesLimit).replace(asides, '')
  const next = firstVisible(rest, 0)
  if (next === rest.length) return true
  return !/[[\]{}",:\d]/.test(rest.charAt(next)) && firstJson(rest, next) === undefined
}

/** Returns where the object or list that opens at `start` is closed; `undefined` if it never is, or is nested too deep. */
function endOfJson(text: string, start: number): number | undefined {
  let depth = 0
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) index = endOfText(text, index)
    else if (isOpening(code)) depth += 1
    else if (isClosing(code)) depth -= 1
    if (depth === 0) return index + 1
    if (depth > deepest) return undefined
  }
  return undefined
}

/** Returns where the text that opens at `start` has its other quote; the end of all if it has none. */
function endOfText(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== quote) {
    index += text.charCodeAt(index) === backslash ? 2 : 1
  }
  return index
}

const quote = 0x22

const backslash = 0x5c

function isOpening(code: number): boolean {
  return code === 0x7b || code === 0x5b
}

function isClosing(code: number): boolean {
  return code === 0x7d || code === 0x5d
}

function firstVisible(text: string, from: number): number {
  const visible = /[^\s\uFEFF]/g
  visible.lastIndex = from
  return visible.exec(text)?.index ?? text.length
}

function tryParse(text: string): Parsed | undefined {
  try {
    return { value: parseJson(text) }
  } catch {
    return undefined
  }
}

/** Returns a sentence about an answer that is not what was asked for. `excerpt` is bounded and has no key in it. */
export function describeAnswer(httpStatus: number, excerpt: string): string {
  const status = httpStatus >= 400 ? `HTTP ${httpStatus}` : ''
  if (excerpt === '') {
    return status === '' ? 'The upstream answered with nothing.' : `The upstream answered ${status}.`
  }
  if (/^<(?:!doctype|html|head|body)\b/i.test(excerpt)) {
    const title = /<title>([^<]+)/i.exec(excerpt)?.[1]?.trim()
    const page = title === undefined ? 'a web page' : `a web page, “${title}”,`
    return `The upstream answered with ${page} instead of JSON${status === '' ? '' : ` (${status})`}.`
  }
  return status === ''
    ? `The upstream's answer could not be read. It began: “${excerpt}”`
    : `The upstream answered ${status}: “${excerpt}”`
}

/** In code points. */
const longest = 200

/** So much of a text is looked at: enough for 200 code points of a text with much white space in it. */
const lookedAt = 4096

/** Returns the beginning of a text on one line, for a sentence about it. */
export function excerpt(text: string, redact: Redact): string {
  // The key goes first: cut through, or with its white space changed, it would no longer be found.
  const line = redact(text.slice(0, lookedAt))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const points = [...line]
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : line
}
