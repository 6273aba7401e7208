/** How many checks held and how many did not. */
export interface Counts {
  readonly passed: number
  readonly failed: number
}

export const none: Counts = { passed: 0, failed: 0 }

export function add(left: Counts, right: Counts): Counts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed }
}
