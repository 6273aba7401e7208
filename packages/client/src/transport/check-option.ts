/** @throws {TypeError} where it is no whole number. {@link RangeError} where it is out of bounds, both included. */
export function checkedInteger(name: string, value: number, least: number, greatest: number): number {
  if (!Number.isInteger(value))
    throw new TypeError(`${name} must be a whole number, was given ${String(value)}`)
  if (value < least || value > greatest) {
    throw new RangeError(`${name} must be ${least} to ${greatest}, was given ${value}`)
  }
  return value
}

/** @throws {TypeError} if it is no text. */
export function checkedString(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string, was given ${typeof value}`)
}

/** @throws {TypeError} where it is no text, or blank. The value is not printed. */
export function checkedText(name: string, value: unknown): string {
  checkedString(name, value)
  if (value.trim() === '') throw new TypeError(`${name} must not be blank`)
  return value
}
