import { Decimal } from '../money/decimal.ts'
import { checkParam, compileParam } from '../rules/check-value.ts'
import type { Issue } from '../rules/issue.ts'
import type { Param } from '../rules/param.ts'
import { normaliseLineEndings } from '../rules/text.ts'
import { type JsonSchema, type LineCounts, lineWords, nothing, type Unsaid, wordsOf } from './rule-words.ts'
import { blankPattern, datePattern, negativePattern, visiblePattern } from './text-patterns.ts'

export interface ParamSchema {
  readonly schema: JsonSchema
  readonly isRequired: boolean
  readonly unsaid: readonly Unsaid[]
}

export const nullOrBlank: JsonSchema = {
  anyOf: [{ type: 'null' }, { type: 'string', pattern: blankPattern }],
}

export const nonBlank: JsonSchema = {
  anyOf: [{ type: 'string', pattern: visiblePattern }, { type: 'number' }, { type: 'boolean' }],
}

/** Returns the schema of a param's value: a text, a number or a boolean as the judge takes it, and blank or null unless it is required. */
export function paramSchema(param: Param, lines: LineCounts | undefined): ParamSchema {
  const isRequired = param.rules.some(({ name }) => name === 'required')
  const values = param.options.length > 0 ? chosen(param, lines) : written(param, lines)
  return {
    schema: { anyOf: [...values.schemas, ...(isRequired ? [] : [nullOrBlank])] },
    isRequired,
    unsaid: values.unsaid,
  }
}

interface Values {
  readonly schemas: readonly JsonSchema[]
  readonly unsaid: readonly Unsaid[]
}

/** Of options the judge is asked here, so the schema lists what can be chosen. */
function chosen(param: Param, lines: LineCounts | undefined): Values {
  const texts = new Set(param.options.map(({ value }) => value).filter(takenBy(param, lines)))
  const values = [...texts].flatMap(text => [text, ...sameAs(text)])
  return { schemas: values.length === 0 ? [nothing] : [{ enum: values }], unsaid: ['length_as_sent'] }
}

/** Returns the number or boolean that an order may have in place of a text. */
function sameAs(text: string): readonly (number | boolean)[] {
  if (text === 'true' || text === 'false') return [text === 'true']
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) && new Decimal(number).toFixed() === text ? [number] : []
}

/** Returns what tells whether a text is taken. The param is read once for all of its options. */
function takenBy(param: Param, lines: LineCounts | undefined): (text: string) => boolean {
  if (lines !== undefined && !takesOneLine(lines)) return () => false
  const compiled = compileParam(param)
  return text => {
    const issues: Issue[] = []
    checkParam(compiled, normaliseLineEndings(text), issues)
    return issues.length === 0
  }
}

function takesOneLine({ counts, step }: LineCounts): boolean {
  return step === 1n && counts.some(({ least, greatest }) => least <= 1n && (greatest ?? 1n) >= 1n)
}

function written(param: Param, lines: LineCounts | undefined): Values {
  const rules = param.rules.map(wordsOf)
  const counted = lines === undefined ? { texts: [], unsaid: [] } : lineWords(lines)
  const texts: readonly JsonSchema[] = [
    { type: 'string', pattern: visiblePattern },
    ...rules.flatMap(rule => rule.texts),
    ...counted.texts,
    ...(param.format === 'date' ? [{ type: 'string', pattern: datePattern }] : []),
    ...(param.isPriceModifier ? [{ type: 'string', not: { type: 'string', pattern: negativePattern } }] : []),
  ]
  const isCounted =
    lines !== undefined || param.modifier !== undefined || param.rules.some(({ name }) => name === 'minlines')
  const isTaken = takenBy(param, lines)
  const booleans = [true, false].filter(value => isTaken(String(value)))
  return {
    schemas: [
      { type: 'string', allOf: texts },
      ...(takesNumbers(param, lines)
        ? [
            numberSchema(
              param,
              rules.flatMap(rule => rule.numbers),
            ),
          ]
        : []),
      ...(booleans.length === 0 ? [] : [{ enum: booleans }]),
    ],
    unsaid: [...counted.unsaid, ...rules.flatMap(rule => rule.unsaid(isCounted))],
  }
}

/** A number is one line of digits. */
function takesNumbers({ format, rules }: Param, lines: LineCounts | undefined): boolean {
  const asksForLines = rules.some(rule => rule.name === 'minlines' && BigInt(rule.n) > 1n)
  return format !== 'date' && !asksForLines && (lines === undefined || takesOneLine(lines))
}

function numberSchema({ isPriceModifier }: Param, rules: readonly JsonSchema[]): JsonSchema {
  const all = [...(isPriceModifier ? [{ type: 'number', minimum: 0 }] : []), ...rules]
  return { type: 'number', ...(all.length === 0 ? {} : { allOf: all }) }
}
