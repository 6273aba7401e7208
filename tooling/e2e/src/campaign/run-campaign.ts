import { copyWithTls } from '../stage/copy-with-tls.ts'
import { type Finding, judge } from './judge.ts'
import type { FaultCase } from './plan/case.ts'
import { planCase } from './plan/plan-case.ts'
import { createTurns, placeOf, type Turns } from './plan/turns.ts'
import { type Begun, beginCase, endCase, type Played } from './play-case.ts'
import { remembered, taken } from './watch.ts'
import { type CampaignWorker, openWorker } from './worker.ts'

export interface CampaignOptions {
  readonly seed: number
  /** The numbers of the cases to play. */
  readonly cases: readonly number[]
  /** How many browsers play at once. */
  readonly workers: number
  /** The folder of the built extension, which may reach loopback. */
  readonly extension: string
  /** Called after each case. */
  readonly onResult?: (result: CaseResult) => void
}

export interface CaseResult {
  readonly faultCase: FaultCase
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

/** Plays the cases, several at once, and gives what became of each, by number. */
export async function runCampaign(options: CampaignOptions): Promise<readonly CaseResult[]> {
  await using build = await copyWithTls(options.extension)
  const turns = createTurns(options.cases.map(index => planCase(options.seed, index)))
  const workers = Array.from({ length: options.workers }, () =>
    playInTurn({ ...options, extension: build.folder }, turns),
  )
  const results = (await Promise.all(workers)).flat()
  return results.toSorted((one, other) => one.faultCase.index - other.faultCase.index)
}

/** Plays what is next until nothing is left. */
async function playInTurn(options: CampaignOptions, turns: Turns): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  for (let batch = turns.next(); batch !== undefined; batch = turns.next()) {
    results.push(...(await playInOneWorker(options, batch, turns)))
  }
  return results
}

/** How many cases a worker plays before it is taken down: with 80 orders in the profile a case costs half as much again. */
const casesOfWorker = 40

/** Plays in a worker of its own. Where something could not be played it ends: what was left behind would be the next one's. */
async function playInOneWorker(
  options: CampaignOptions,
  first: readonly FaultCase[],
  turns: Turns,
): Promise<readonly CaseResult[]> {
  await using worker = await openWorker(options.extension, turns.places)
  const results: CaseResult[] = []
  for (let batch: readonly FaultCase[] | undefined = first; batch !== undefined; ) {
    const played = await playBatch(worker, batch)
    const isBroken = worker.isBroken()
    const kept = played.filter(
      ({ faultCase, problem }) => !(isBroken && problem !== undefined && turns.again(faultCase)),
    )
    results.push(...kept.map(result => ({ ...result, isPlayedAgain: turns.isAgain(result.faultCase) })))
    for (const result of kept) options.onResult?.(result)
    // What was placed before has to be in the profile all the same.
    if (isBroken) await worker.crash()
    const isOver =
      isBroken || results.length >= casesOfWorker || played.some(({ problem }) => problem !== undefined)
    batch = isOver ? undefined : turns.next()
  }
  return await Promise.all(results.map(result => judgedAgain(worker, result)))
}

/** By what both sides know once everything else has been played: an order may be taken late. */
async function judgedAgain(worker: CampaignWorker, result: CaseResult): Promise<CaseResult> {
  const played = await Promise.all(
    result.played.map(async order => ({
      ...order,
      taken: taken(worker, order.sought),
      remembered: await remembered(worker, order.sought),
    })),
  )
  return { ...result, played, findings: [...new Set([...result.findings, ...played.flatMap(judge)])] }
}

async function playBatch(
  worker: CampaignWorker,
  batch: readonly FaultCase[],
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  const begun: Begun[] = []
  for (const [number, faultCase] of batch.entries()) {
    try {
      begun.push(await beginCase(worker, faultCase, placeOf(faultCase, number)))
    } catch (error) {
      results.push(unplayed(faultCase, error))
    }
  }
  for (const one of begun) {
    try {
      const played = await endCase(worker, one)
      results.push({
        faultCase: one.faultCase,
        played,
        connectMs: one.past.connectMs,
        findings: played.flatMap(judge),
        problem: undefined,
        isPlayedAgain: false,
      })
    } catch (error) {
      results.push(unplayed(one.faultCase, error))
    }
  }
  if (!worker.isBroken()) await worker.tidy()
  return results
}

function unplayed(faultCase: FaultCase, error: unknown): CaseResult {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { faultCase, played: [], connectMs: undefined, findings: [], problem, isPlayedAgain: false }
}
