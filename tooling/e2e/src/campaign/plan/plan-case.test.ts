import { expect, test } from 'vitest'
import { isDeadlineTrial, pastVideoIdOf, planTrial, videoIdOf } from './plan-case.ts'

const trials = Array.from({ length: 2000 }, (_, index) => planTrial(1, index))

test('the same seed and number give the same trial, another seed another campaign', () => {
  expect(planTrial(1, 7)).toStrictEqual(planTrial(1, 7))
  const others = trials.filter(trial => JSON.stringify(trial) === JSON.stringify(planTrial(2, trial.index)))
  expect(others.length).toBeLessThan(20)
})

test('every trial orders for a video of its own', () => {
  expect(new Set(trials.map(videoIdOf)).size).toBe(trials.length)
  expect(videoIdOf(planTrial(1, 7))).toMatch(/^[\w-]{11}$/)
})

test('two thousand trials come to every blow at every moment, and to both upstreams', () => {
  const blows = new Set(
    trials.flatMap(({ blow, upstream }) => (blow ? [`${upstream} ${blow.kind} ${blow.moment}`] : [])),
  )
  expect(blows.size).toBe(2 * 5 * 9)
})

test('each of 150 trials has something go wrong, and few of them wait for the deadline', () => {
  const first = trials.slice(0, 150)
  expect(first.filter(({ fault, blow }) => fault === undefined && blow === undefined)).toStrictEqual([])
  expect(first.filter(isDeadlineTrial).length).toBeLessThan(8)
})

test('what stands before an upstream refuses before it has taken the order', () => {
  const refused = trials.filter(({ fault }) => fault?.name === 'error-429' || fault?.name === 'html-403')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.filter(({ fault }) => fault?.when === 'after')).toStrictEqual([])
})

test('two thousand trials come to every past over each protocol at both upstreams, and an old worker over HTTP/2', () => {
  const pasts = new Set(trials.map(({ past, protocol, upstream }) => `${past} ${protocol} ${upstream}`))
  expect([...pasts].toSorted()).toStrictEqual(
    [
      ...['usual', 'slow-connect'].flatMap(past =>
        ['http1', 'https1', 'http2'].map(protocol => `${past} ${protocol}`),
      ),
      'old-worker http2',
    ]
      .flatMap(past => [`${past} panel`, `${past} qqtube`])
      .toSorted(),
  )
})

test('about one trial in ten waits for a connection, and none of them for the deadline too', () => {
  const slow = trials.filter(({ past }) => past === 'slow-connect')
  expect(Math.abs(slow.length / trials.length - 0.1)).toBeLessThan(0.03)
  expect(slow.filter(isDeadlineTrial)).toStrictEqual([])
})

test('what an old worker orders loses its connection, and nothing else happens to it', () => {
  const old = trials.filter(({ past }) => past === 'old-worker')
  expect(new Set(old.map(({ fault, blow }) => `${fault?.name} ${blow?.kind}`))).toStrictEqual(
    new Set(['reset undefined', 'close undefined']),
  )
})

test('the order before a trial’s own is for a video of its own too', () => {
  const ids = new Set(trials.flatMap(trial => [videoIdOf(trial), pastVideoIdOf(trial)]))
  expect(ids.size).toBe(2 * trials.length)
  expect(pastVideoIdOf(planTrial(1, 7))).toMatch(/^[\w-]{11}$/)
})
