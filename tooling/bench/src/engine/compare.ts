import { median } from '../median.ts'

/** One way to do the same work. Each is run over all inputs, and its answers are compared with those that are expected. */
export interface Contender<Input> {
  readonly name: string
  /** The aim: so many times as fast as the reference. */
  readonly aim?: number
  /** Says why an aim cannot be met, should it not be. */
  readonly reason?: string
  run(input: Input): unknown
}

export interface Comparison<Input> {
  readonly title: string
  /** The reference comes first. */
  readonly contenders: readonly [Contender<Input>, ...Contender<Input>[]]
  readonly inputs: readonly Input[]
  /** Returns whether an answer is right. */
  isRight(input: Input, answer: unknown): boolean
}

export interface Result {
  readonly name: string
  readonly nanoseconds: number
  /** How many times as fast as the reference, the median of the rounds. */
  readonly ratio: number
  readonly wrong: number
  readonly aim: number | undefined
  readonly reason: string | undefined
}

interface Plan {
  readonly rounds: number
  /** Processor time of a slice: long enough to tell, short enough that what else the machine does falls on all alike. */
  readonly sliceMs: number
}

const usual: Plan = { rounds: 9, sliceMs: 60 }

/**
 * Runs the contenders one after another, round after round. The ratios are taken within a round and of processor time, so that a busy
 * machine slows all of them alike.
 */
export function compare<Input>(
  comparison: Comparison<Input>,
  { rounds, sliceMs }: Plan = usual,
): readonly Result[] {
  const { contenders, inputs } = comparison
  for (const contender of contenders) timeSlice(contender, inputs, sliceMs)
  const times = contenders.map(() => [] as number[])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries())
      times[index]?.push(timeSlice(contender, inputs, sliceMs))
  }
  const reference = times[0] ?? []
  return contenders.map(({ name, aim, reason, run }, index) => ({
    name,
    nanoseconds: median(times[index] ?? []),
    ratio: median((times[index] ?? []).map((time, round) => (reference[round] ?? Number.NaN) / time)),
    wrong: inputs.filter(input => !comparison.isRight(input, run(input))).length,
    aim,
    reason,
  }))
}

/** Where answers go, so that no work is left out as useless. */
export const sink: { last: unknown } = { last: undefined }

/** Returns the processor time of one run, in nanoseconds. */
function timeSlice<Input>({ run }: Contender<Input>, inputs: readonly Input[], sliceMs: number): number {
  const start = process.cpuUsage()
  let runs = 0
  let spentMs = 0
  while (spentMs < sliceMs) {
    for (let pass = 0; pass < 10; pass += 1) for (const input of inputs) sink.last = run(input)
    runs += 10 * inputs.length
    const { user, system } = process.cpuUsage(start)
    spentMs = (user + system) / 1000
  }
  return (spentMs * 1e6) / runs
}
