import * as v from 'valibot'

// What requests are made of. A message ends the sentence that begins with what was given: "'abc' is no whole number".

export const keySchema: v.GenericSchema<string> = v.pipe(v.string(), v.minLength(1))

export const textSchema: v.GenericSchema<string> = v.string()

export const wholeNumberSchema: v.GenericSchema<string | number> = digitsOrNumber(
  /^\d+$/,
  'is no whole number',
)

/** A whole number of an order as the engine reads it, which takes `+2` and `2.0` too; `undefined` for anything else. */
export function readWholeNumber(text: string | undefined): bigint | undefined {
  const [, digits] = /^\+?(\d+)(?:\.0+)?$/.exec(text?.trim() ?? '') ?? []
  return digits === undefined ? undefined : BigInt(digits)
}

/** The number of an order or a refill. */
export const idSchema: v.GenericSchema<string | number> = v.pipe(
  digitsOrNumber(/^\d+$/, 'is no id'),
  v.examples(['123456']),
)

/** A text of digits, or in JSON a number. */
export function digitsOrNumber(
  digits: RegExp,
  message: string,
  [least, most]: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER],
): v.GenericSchema<string | number> {
  const number = v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
  return v.union([v.pipe(v.string(), v.regex(digits, message)), number], message)
}

/** A field that may be left out, with a word on what it means. */
export function mayHave<Value>(
  schema: v.GenericSchema<Value>,
  description: string,
): v.OptionalSchema<v.GenericSchema<Value>, undefined> {
  return v.optional(v.pipe(schema, v.description(description)))
}
