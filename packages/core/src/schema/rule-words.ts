import type { CountingRule, Rule } from '../rules/param.ts'
import {
  greatestPattern,
  isShortNumber,
  leastPattern,
  linesPattern,
  multiplePattern,
  numberPattern,
} from './text-patterns.ts'

/** A JSON Schema, or a part of one: plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** What the judge refuses and a schema of the service does not. */
export type Unsaid =
  /** A total below zero. */
  | 'negative_total'
  /** A field that may not be below another. */
  | 'compared_fields'
  /** A multiple, written as text, whose last digits do not tell. */
  | 'multiple_in_text'
  /** The characters of a text as the upstream gets it: without blank lines, if its lines are counted, and with `\n` for `\r\n`. */
  | 'length_as_sent'
  /** The characters of a number that is given as a number. */
  | 'length_of_number'
  /** A number of more than 15 digits that is given as a number, or of more than 40 in a rule. */
  | 'long_number'
  /** More than 10,000 lines, or lines that come in multiples. */
  | 'many_lines'

/** How many lines a text may have, if they are the quantity. */
export interface LineCounts {
  readonly step: bigint
  readonly counts: readonly { readonly least: bigint; readonly greatest: bigint | undefined }[]
}

export const nothing: JsonSchema = { not: {} }

/** What a schema says of a rule, to a text and to a number. */
export interface RuleWords {
  readonly texts: readonly JsonSchema[]
  readonly numbers: readonly JsonSchema[]
  readonly unsaid: (isCounted: boolean) => readonly Unsaid[]
}

const silent: RuleWords = { texts: [], numbers: [], unsaid: () => [] }

/** Returns what a schema says of a rule. */
export function wordsOf(rule: Rule): RuleWords {
  return rule.name === 'required' ? silent : words[rule.name](BigInt(rule.n))
}

const words = {
  min: n => numeric(n, isShortNumber(n) ? leastPattern(n) : numberPattern, { minimum: Number(n) }),
  max: n => numeric(n, isShortNumber(n) ? greatestPattern(n) : numberPattern, { maximum: Number(n) }),
  increment: n => {
    const step = n < 0n ? -n : n
    const pattern = multiplePattern(step)
    const said = numeric(n, pattern ?? numberPattern, { multipleOf: Number(step) })
    return pattern === undefined
      ? { ...said, unsaid: () => [...said.unsaid(false), 'multiple_in_text'] }
      : said
  },
  minchar: n => length(n < 1n ? {} : { minLength: Number(n > longest ? longest : n) }),
  maxchar: n => length(n > longest ? {} : { maxLength: Number(n < 0n ? 0n : n) }),
  minlines: n => {
    const { texts, unsaid } = lineWords({ step: 1n, counts: [{ least: n, greatest: undefined }] })
    return { texts, numbers: [], unsaid: () => unsaid }
  },
} as const satisfies Record<CountingRule, (n: bigint) => RuleWords>

function numeric(n: bigint, pattern: string, number: JsonSchema): RuleWords {
  const isSafe = Number.isSafeInteger(Number(n))
  return {
    texts: [{ type: 'string', pattern }],
    numbers: isSafe ? [{ type: 'number', ...number }] : [],
    unsaid: () => (isSafe ? [] : ['long_number']),
  }
}

/** No text is as long, and a greater number is none of JSON's. */
const longest = BigInt(Number.MAX_SAFE_INTEGER)

function length(limit: JsonSchema): RuleWords {
  return {
    texts: [{ type: 'string', ...limit }],
    numbers: [],
    unsaid: isCounted => ['length_of_number', ...(isCounted ? (['length_as_sent'] as const) : [])],
  }
}

/** A longer repetition is not put into a pattern. */
const mostLines = 10_000n

/** Returns what a schema says of the number of lines that are not blank. */
export function lineWords({ step, counts }: LineCounts): {
  readonly texts: readonly JsonSchema[]
  readonly unsaid: readonly Unsaid[]
} {
  const isSaid =
    step === 1n && counts.every(({ least, greatest }) => least <= mostLines && (greatest ?? 0n) < mostLines)
  const schemas = counts.map(({ least, greatest }): JsonSchema => {
    const atLeast = least < 1n || least > mostLines ? {} : { pattern: linesPattern(Number(least)) }
    const isOpen = greatest === undefined || greatest >= mostLines
    const more = isOpen ? {} : { not: { type: 'string', pattern: linesPattern(Number(greatest) + 1) } }
    return { type: 'string', ...atLeast, ...more }
  })
  return {
    texts: [counts.length === 0 ? nothing : { type: 'string', anyOf: schemas }],
    unsaid: isSaid ? [] : ['many_lines'],
  }
}
