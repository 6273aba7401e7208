const literal: unique symbol = Symbol('literal')

/** A number given by its digits, so that no float comes between a price and its answer. */
export interface ExactNumber {
  readonly [literal]: string
}

export type Json =
  | string
  | number
  | boolean
  | null
  | ExactNumber
  | readonly Json[]
  | { readonly [field: string]: Json | undefined }

/** @throws RangeError for a text that is no JSON number */
export function exactNumber(text: string): ExactNumber {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) throw new RangeError(`'${text}' is no plain number`)
  return { [literal]: text }
}

/** An id as a number if it reads as one, else as it is. */
export function idNumber(id: string): ExactNumber | string {
  return /^(0|[1-9]\d*)$/.test(id) ? { [literal]: id } : id
}

/** JSON text with each {@link ExactNumber} digit for digit; fields that are `undefined` are left out. */
export function writeJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isExactNumber(value)) return value[literal]
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`
  const fields: string[] = []
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) fields.push(`${JSON.stringify(name)}:${writeJson(field)}`)
  }
  return `{${fields.join(',')}}`
}

function isExactNumber(value: object): value is ExactNumber {
  return literal in value
}

// Array.isArray does not narrow a readonly list.
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
