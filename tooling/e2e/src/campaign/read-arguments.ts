import { parseArgs } from 'node:util'

export const help = `Orders through the popup in real Chromium while things go wrong, and lets the upstream judge.

  pnpm soak [--trials 2000] [--seed N] [--only K] [--lanes 3]

  --trials N   how many cases, numbered from 0 (150)
  --seed N     what the cases follow from; drawn and printed where it is left out
  --only K     plays the case of that number alone
  --lanes N    how many browsers play at once (3)

It ends with 1 where an order was doubled or lost, or a case could not be played.`

export interface SoakOptions {
  readonly seed: number
  readonly cases: readonly number[]
  readonly workers: number
}

export type ReadArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly sentence: string }
  | { readonly kind: 'soak'; readonly options: SoakOptions }

/** `drawSeed` gives the seed where none is given. */
export function readArguments(args: readonly string[], drawSeed: () => number): ReadArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        trials: { type: 'string', default: '150' },
        seed: { type: 'string' },
        only: { type: 'string' },
        lanes: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const count = whole('trials', values.trials, 1)
    const seed = values.seed === undefined ? drawSeed() : whole('seed', values.seed, 0)
    const workers = whole('lanes', values.lanes, 1)
    const cases =
      values.only === undefined
        ? Array.from({ length: count }, (_, index) => index)
        : [whole('only', values.only, 0)]
    return { kind: 'soak', options: { seed, cases, workers } }
  } catch (error) {
    return { kind: 'misuse', sentence: error instanceof Error ? error.message : String(error) }
  }
}

function whole(name: string, text: string, low: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < low) {
    throw new RangeError(`--${name} takes a whole number from ${low}, was given ${JSON.stringify(text)}`)
  }
  return value
}
