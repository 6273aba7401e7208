import type { CaseResult } from './run-campaign.ts'

/** After so long Chromium opens a second connection beside one that is not open yet. */
const backupMs = 250

/** What a campaign came to, as lines for people; the same words each time, so that they can be searched for. */
export function figures(seed: number, results: readonly CaseResult[], elapsedMs: number): readonly string[] {
  const played = results.flatMap(({ played: orders }) => orders)
  const total = (count: (one: (typeof played)[number]) => number): number =>
    played.reduce((sum, one) => sum + count(one), 0)
  const wrong = results.filter(({ findings }) => findings.length > 0)
  const unplayed = results.filter(({ problem }) => problem !== undefined)
  const waits = results.flatMap(({ connectMs }) => connectMs ?? [])
  return [
    `seed ${seed}: ${results.length} cases in ${Math.round(elapsedMs / 1000)} s`,
    ...table(
      'what the upstream did',
      results.flatMap(({ faultCase: { fault } }) =>
        fault === undefined ? [] : [`${fault.name} ${fault.when}`],
      ),
    ),
    ...table(
      'what happened here',
      results.flatMap(({ faultCase: { localFault } }) =>
        localFault === undefined ? [] : [`${localFault.kind} at ${localFault.moment}`],
      ),
    ),
    ...table('what became of the orders', played.flatMap(outcomes)),
    `confirmed ${total(one => one.confirmed)}, sent ${total(one => one.sent)}, taken ${total(one => one.taken.length)}`,
    `kept back, since no connection could be trusted ${total(one => one.remembered.filter(({ isKeptBack }) => isKeptBack).length)}`,
    `once not known ${played.filter(one => one.remembered.some(({ wasUnknown }) => wasUnknown)).length}`,
    `doubled, lost or wrong: ${wrong.length}`,
    ...wrong.map(({ faultCase, findings }) => `  case ${faultCase.index}: ${findings.join(', ')}`),
    `played again, since Chromium itself broke: ${results.filter(one => one.isPlayedAgain).length}`,
    `could not be played: ${unplayed.length}`,
    ...unplayed.map(({ faultCase, problem }) => `  case ${faultCase.index}: ${problem}`),
    ...table(
      'what the upstream spoke',
      results.map(({ faultCase: { upstream, protocol } }) => `${upstream} over ${protocol}`),
    ),
    ...table(
      'what came before',
      results.map(({ faultCase: { past, protocol } }) => `${past} over ${protocol}`),
    ),
    `connections kept waiting ${waits.length}, of them over ${backupMs} ms ${waits.filter(ms => ms > backupMs).length}`,
  ]
}

/** Whether nothing was doubled or lost, and everything was played. */
export function isClean(results: readonly CaseResult[]): boolean {
  return results.every(({ findings, problem }) => findings.length === 0 && problem === undefined)
}

function outcomes({ remembered }: CaseResult['played'][number]): readonly string[] {
  return remembered.length === 0 ? ['nothing was stored or sent'] : remembered.map(({ state }) => state)
}

function table(title: string, words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const rows = [...counts].toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
  return [`${title}:`, ...rows.map(([word, count]) => `  ${String(count).padStart(5)}  ${word}`)]
}
