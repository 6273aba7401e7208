import { copyWithTls } from '../stage/copy-with-tls.ts'
import { type Finding, judge } from './judge.ts'
import type { Trial } from './plan/case.ts'
import { planTrial } from './plan/plan-case.ts'
import { accountsOfKind, createTurns, type Turns } from './plan/turns.ts'
import { type Begun, beginTrial, endTrial, type Played } from './play-case.ts'
import { remembered, taken } from './watch.ts'
import { type Lane, openLane } from './worker.ts'

export interface CampaignOptions {
  readonly seed: number
  /** The numbers of the trials to play. */
  readonly trials: readonly number[]
  /** How many browsers play at once. */
  readonly lanes: number
  /** The folder of the built extension, which may reach loopback. */
  readonly extension: string
  /** Called after each trial. */
  readonly onResult?: (result: TrialResult) => void
}

export interface TrialResult {
  readonly trial: Trial
  /** Its own order, then those placed before it; none where it could not be played to its end. */
  readonly played: readonly Played[]
  /** How long the connection of the order before it was kept waiting; absent where it was not. */
  readonly connectMs: number | undefined
  readonly findings: readonly Finding[]
  /** Why it could not be played to its end. */
  readonly problem: string | undefined
  /** Whether Chromium itself broke while it was played before. */
  readonly isPlayedAgain: boolean
}

/** Plays the trials, several at once, and gives what became of each, by number. */
export async function runCampaign(options: CampaignOptions): Promise<readonly TrialResult[]> {
  await using build = await copyWithTls(options.extension)
  const turns = createTurns(options.trials.map(index => planTrial(options.seed, index)))
  const lanes = Array.from({ length: options.lanes }, () =>
    playInTurn({ ...options, extension: build.folder }, turns),
  )
  const results = (await Promise.all(lanes)).flat()
  return results.toSorted((one, other) => one.trial.index - other.trial.index)
}

/** Plays what is next until nothing is left. */
async function playInTurn(options: CampaignOptions, turns: Turns): Promise<readonly TrialResult[]> {
  const results: TrialResult[] = []
  for (let batch = turns.next(); batch !== undefined; batch = turns.next()) {
    results.push(...(await playInOneLane(options, batch, turns)))
  }
  return results
}

/** How many trials a lane plays before it is taken down: with 80 orders in the profile a trial costs half as much again. */
const trialsOfLane = 40

/** Plays in a lane of its own. Where something could not be played it ends: what was left behind would be the next one's. */
async function playInOneLane(
  options: CampaignOptions,
  first: readonly Trial[],
  turns: Turns,
): Promise<readonly TrialResult[]> {
  await using lane = await openLane(options.extension)
  const results: TrialResult[] = []
  for (let batch: readonly Trial[] | undefined = first; batch !== undefined; ) {
    const played = await playBatch(lane, batch)
    const isBroken = lane.isBroken()
    const kept = played.filter(
      ({ trial, problem }) => !(isBroken && problem !== undefined && turns.again(trial)),
    )
    results.push(...kept.map(result => ({ ...result, isPlayedAgain: turns.isAgain(result.trial) })))
    for (const result of kept) options.onResult?.(result)
    // What was placed before has to be in the profile all the same.
    if (isBroken) await lane.crash()
    const isOver =
      isBroken || results.length >= trialsOfLane || played.some(({ problem }) => problem !== undefined)
    batch = isOver ? undefined : turns.next()
  }
  return await Promise.all(results.map(result => judgedAgain(lane, result)))
}

/** By what both sides know once everything else has been played: an order may be taken late. */
async function judgedAgain(lane: Lane, result: TrialResult): Promise<TrialResult> {
  const played = await Promise.all(
    result.played.map(async order => ({
      ...order,
      taken: taken(lane, order.sought),
      remembered: await remembered(lane, order.sought),
    })),
  )
  return { ...result, played, findings: [...new Set([...result.findings, ...played.flatMap(judge)])] }
}

async function playBatch(lane: Lane, batch: readonly Trial[]): Promise<readonly TrialResult[]> {
  const results: TrialResult[] = []
  const begun: Begun[] = []
  for (const [place, trial] of batch.entries()) {
    try {
      begun.push(await beginTrial(lane, trial, place % accountsOfKind))
    } catch (error) {
      results.push(unplayed(trial, error))
    }
  }
  for (const one of begun) {
    try {
      const played = await endTrial(lane, one)
      results.push({
        trial: one.trial,
        played,
        connectMs: one.past.connectMs,
        findings: played.flatMap(judge),
        problem: undefined,
        isPlayedAgain: false,
      })
    } catch (error) {
      results.push(unplayed(one.trial, error))
    }
  }
  if (!lane.isBroken()) await lane.tidy()
  return results
}

function unplayed(trial: Trial, error: unknown): TrialResult {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { trial, played: [], connectMs: undefined, findings: [], problem, isPlayedAgain: false }
}
