/**
 * Returns what a record holds under a name of foreign making, or `undefined`: a param may be called `constructor`,
 * which every object has by birth.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
