import type { Contestant } from './contestant.ts'
import type { Round } from './measure.ts'
import { median } from './median.ts'

/**
 * A table in Markdown: for each contestant the median of its starts, and the medians of its ratios to the reference
 * in the same round.
 */
export function report(rounds: readonly Round[], reference: Contestant): string {
  const contestants = [...new Set(rounds.map(({ contestant }) => contestant))]
  const rows = contestants.map(contestant => {
    const own = rounds.filter(round => round.contestant === contestant)
    const ratios = (value: (round: Round) => number): number =>
      median(
        own.flatMap(round => {
          const base = rounds.find(other => other.round === round.round && other.contestant === reference)
          return base === undefined ? [] : [value(round) / value(base)]
        }),
      )
    const startSeconds = median(own.map(({ startMs }) => startMs)) / 1000
    return [
      contestant.name,
      `${startSeconds.toFixed(2)} s`,
      ratios(({ requestsPerSecond }) => requestsPerSecond).toFixed(2),
      ratios(({ cpuMicroseconds }) => cpuMicroseconds).toFixed(2),
    ]
  })
  const head = ['server', 'start to first answer', 'requests a second', 'processor time a request']
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
