import type { Counts } from './counts.ts'

/** One line of `npm test`. */
export interface Step {
  readonly name: string
  run(): Promise<Result>
}

export interface Result extends Counts {
  /** What a person needs who mends it; printed only where something failed. */
  readonly details: string
}
