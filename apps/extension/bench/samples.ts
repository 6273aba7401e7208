/** The middle of many measurements and what one in twenty is above, in milliseconds. */
export interface Figure {
  readonly median: number
  readonly p95: number
}

/** What was measured in our popup, and the same in a blank one. */
export interface Measured {
  readonly own: Figure
  readonly floor: Figure
}

export function measured(own: readonly number[], floor: readonly number[]): Measured {
  return { own: figureOf(own), floor: figureOf(floor) }
}

/** Returns the two figures of `times`, in milliseconds with one decimal; of an even number the lower middle. */
function figureOf(times: readonly number[]): Figure {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { median: tenths(at(0.5)), p95: tenths(at(0.95)) }
}

function tenths(time: number): number {
  return Math.round(time * 10) / 10
}
