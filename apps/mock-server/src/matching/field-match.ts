import { compareAmounts } from '@orderwright/core'
import * as v from 'valibot'
import { nearestName } from '../schema/nearest-name.ts'

/** What a field has to be: exactly this text or number, or whatever meets every condition. */
export type FieldMatch = string | number | FieldCondition

export interface FieldCondition {
  /** A text in which each `*` stands for any characters, or none: such as `https://*.example.com/*`. */
  readonly like?: string | undefined
  readonly oneOf?: readonly (string | number)[] | undefined
  /** The least that the field may be as a decimal, such as `1000` or `'0.5'`. */
  readonly atLeast?: string | number | undefined
  /** The most that the field may be as a decimal. */
  readonly atMost?: string | number | undefined
  /** Whether the field is absent; `false` is met by any text. */
  readonly isAbsent?: boolean | undefined
}

const noWhole = 'must be a whole number from 0, or a text'
const wholeNumber = v.pipe(
  v.number(),
  v.integer(noWhole),
  v.minValue(0, noWhole),
  v.maxValue(Number.MAX_SAFE_INTEGER, noWhole),
)
const textOrNumber = v.union([v.string(), wholeNumber], 'must be a text or a whole number')

const bound = v.pipe(
  v.union([v.string(), v.number()]),
  v.check(given => decimalOf(String(given)) !== undefined, "must be a decimal from 0, such as 1000 or '0.5'"),
)

const conditionSchema = v.strictObject({
  like: v.optional(
    v.pipe(v.string(), v.description('A text in which each `*` stands for any characters, or none.')),
  ),
  oneOf: v.optional(v.pipe(v.array(textOrNumber), v.readonly())),
  atLeast: v.optional(v.pipe(bound, v.description('The least that the field may be as a decimal.'))),
  atMost: v.optional(v.pipe(bound, v.description('The most that the field may be as a decimal.'))),
  isAbsent: v.optional(v.pipe(v.boolean(), v.description('Whether the field is absent.'))),
})

export const fieldMatchSchema: v.GenericSchema<FieldMatch> = v.pipe(
  v.union([v.string(), wholeNumber, conditionSchema], ({ input }) => {
    const names = Object.keys(conditionSchema.entries)
    const unknown = Object.keys(Object(input)).find(
      name => typeof input === 'object' && !names.includes(name),
    )
    const near = unknown === undefined ? undefined : nearestName(unknown, names)
    return near === undefined
      ? `must be a text, a whole number, or conditions of ${names.join(', ')}`
      : `has no condition '${unknown}': did you mean '${near}'?`
  }),
  v.examples(['1000', { like: 'https://*.example.com/*' }, { atLeast: 1000 }]),
)

/** Returns whether a field of a request is as wanted; `undefined` for a field that is absent. */
export function meetsField(wanted: FieldMatch, text: string | undefined): boolean {
  if (typeof wanted !== 'object') return text === String(wanted)
  const { isAbsent, like, oneOf, atLeast, atMost } = wanted
  if (text === undefined) return isAbsent === true
  return (
    isAbsent !== true &&
    (like === undefined || isLike(like, text)) &&
    (oneOf === undefined || oneOf.some(item => String(item) === text)) &&
    (atLeast === undefined || isOrdered(String(atLeast), text)) &&
    (atMost === undefined || isOrdered(text, String(atMost)))
  )
}

/** In one go from left to right, so that no pattern takes longer than its text. */
function isLike(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === pattern
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at + last.length <= text.length
}

function isOrdered(least: string, most: string): boolean {
  const [one, other] = [decimalOf(least), decimalOf(most)]
  return one !== undefined && other !== undefined && compareAmounts(one, other) <= 0
}

/** Long texts are no decimals that someone compares. */
const longest = 100

function decimalOf(text: string): string | undefined {
  return text.length <= longest && /^\d+(\.\d+)?$/.test(text) ? text : undefined
}
