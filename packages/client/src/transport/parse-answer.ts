import { parseJson } from '@orderwright/core'

/** Where a JSON answer can begin after PHP's notices, which end a line or an HTML element. */
const beginnings = /(?<=[\n\r>\uFEFF])[{[]/g

/** Notices are short; a long page is none. */
const noticesLimit = 64 * 1024
const attemptsLimit = 50

/**
 * The JSON value of an answer's text, every digit kept; `undefined` where it has none. A byte-order mark and
 * PHP's notices before the JSON are passed over. JSON that was cut short is not: a whole list inside a half
 * answer would say something else than the answer.
 */
export function parseAnswer(text: string): { readonly value: unknown } | undefined {
  const trimmed = text.replace(/^[\s\uFEFF]+/, '').trimEnd()
  if (trimmed === '') return undefined
  return tryParse(trimmed) ?? afterNotices(trimmed)
}

function afterNotices(text: string): { readonly value: unknown } | undefined {
  if (/^[{["]/.test(text) || !/[}\]]$/.test(text)) return undefined
  const found = [...text.slice(0, noticesLimit).matchAll(beginnings)].slice(0, attemptsLimit)
  for (const { index } of found) {
    const answer = tryParse(text.slice(index))
    if (answer !== undefined) return answer
  }
  return undefined
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) }
  } catch {
    return undefined
  }
}
