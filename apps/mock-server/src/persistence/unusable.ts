/** That a state file cannot be read or written, in a sentence for whoever gave it. */
export function unusable(path: string, what: 'read' | 'written', error: unknown): RangeError {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return new RangeError(
    `${path} cannot be ${what}${code}: give a state file that this user may read and write`,
  )
}
