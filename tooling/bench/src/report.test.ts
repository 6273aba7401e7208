import { expect, test } from 'vitest'
import type { Contestant } from './contestant.ts'
import type { Round } from './measure.ts'
import { median } from './median.ts'
import { parseWrk } from './parse-wrk.ts'
import { report } from './report.ts'

test.each([
  [[], Number.NaN],
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 5], 5],
  [[10, 9, 1, 2], 5.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

function contestant(name: string): Contestant {
  return { name, packages: [], command: () => ['true'], path: '/', body: '' }
}

test('each ratio is taken within a round, and the median of them is shown', () => {
  const [base, other] = [contestant('base'), contestant('other')]
  const round = (
    number: number,
    who: Contestant,
    startMs: number,
    perSecond: number,
    cpu: number,
  ): Round => ({
    round: number,
    contestant: who,
    startMs,
    requestsPerSecond: perSecond,
    cpuMicroseconds: cpu,
  })
  const rounds = [
    round(1, base, 100, 1000, 10),
    round(1, other, 300, 500, 20),
    // A busy machine halves both, and their ratio stays.
    round(2, base, 200, 500, 20),
    round(2, other, 500, 250, 40),
    round(3, base, 300, 1000, 10),
    round(3, other, 400, 900, 10),
  ]
  expect(report(rounds, base)).toBe(
    [
      '| server | start to first answer | requests a second | processor time a request |',
      '| --- | --- | --- | --- |',
      '| base | 0.20 s | 1.00 | 1.00 |',
      '| other | 0.40 s | 0.50 | 2.00 |',
    ].join('\n'),
  )
})

test('what wrk says is read, unless it measured nothing or was refused', () => {
  const text = '  5000 requests in 2.00s, 1.2MB read\nRequests/sec:   2500.50\n'
  expect(parseWrk(text)).toEqual({ requests: 5000, requestsPerSecond: 2500.5 })
  expect(() => parseWrk('unable to connect')).toThrow('wrk measured nothing')
  expect(() => parseWrk(`${text}  Non-2xx or 3xx responses: 7\n`)).toThrow('refused')
})
