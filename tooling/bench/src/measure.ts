import type { Contestant } from './contestant.ts'
import { type Load, load } from './load.ts'
import { runContestant } from './run-contestant.ts'

export interface Plan {
  /** Where the packages are. */
  readonly folder: string
  readonly rounds: number
  readonly warmSeconds: number
  readonly loadSeconds: number
}

export interface Round extends Load {
  readonly round: number
  readonly contestant: Contestant
  readonly startMs: number
}

/** Clear of the ports that these servers have by default. */
const firstPort = 14_010

/**
 * One contestant after another, round after round, so that what else the machine does falls on all alike.
 * A process that has just been started is measured cold once, then warmed up.
 */
export async function measure(
  contestants: readonly Contestant[],
  plan: Plan,
  say: (round: Round) => void,
): Promise<readonly Round[]> {
  const rounds: Round[] = []
  let port = firstPort
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const contestant of contestants) {
      await using running = await runContestant(contestant, plan.folder, port)
      // A new port each time: an old one may still be closing.
      port += 2
      await load(running, contestant.body, plan.warmSeconds, plan.folder)
      const measured = await load(running, contestant.body, plan.loadSeconds, plan.folder)
      const result = { round, contestant, startMs: running.startMs, ...measured }
      rounds.push(result)
      say(result)
    }
  }
  return rounds
}
