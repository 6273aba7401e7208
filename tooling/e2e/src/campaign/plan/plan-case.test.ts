import { expect, test } from 'vitest'
import { isDeadlineCase, pastVideoIdOf, planCase, videoIdOf } from './plan-case.ts'

const cases = Array.from({ length: 2000 }, (_, index) => planCase(1, index))

test('the same seed and number give the same case, another seed another campaign', () => {
  expect(planCase(1, 7)).toStrictEqual(planCase(1, 7))
  const others = cases.filter(
    faultCase => JSON.stringify(faultCase) === JSON.stringify(planCase(2, faultCase.index)),
  )
  expect(others.length).toBeLessThan(20)
})

test('every case orders for a video of its own', () => {
  expect(new Set(cases.map(videoIdOf)).size).toBe(cases.length)
  expect(videoIdOf(planCase(1, 7))).toMatch(/^[\w-]{11}$/)
})

test('two thousand cases come to every local fault at every moment, and to both upstreams', () => {
  const localFaults = new Set(
    cases.flatMap(({ localFault, upstream }) =>
      localFault ? [`${upstream} ${localFault.kind} ${localFault.moment}`] : [],
    ),
  )
  expect(localFaults.size).toBe(2 * 5 * 9)
})

test('each of 150 cases has something go wrong, and few of them wait for the deadline', () => {
  const first = cases.slice(0, 150)
  expect(
    first.filter(({ fault, localFault }) => fault === undefined && localFault === undefined),
  ).toStrictEqual([])
  expect(first.filter(isDeadlineCase).length).toBeLessThan(8)
})

test('what stands before an upstream refuses before it has taken the order', () => {
  const refused = cases.filter(({ fault }) => fault?.name === 'error-429' || fault?.name === 'html-403')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.filter(({ fault }) => fault?.when === 'after')).toStrictEqual([])
})

test('two thousand cases come to every past over each protocol at both upstreams, and an old service worker over HTTP/2', () => {
  const pasts = new Set(cases.map(({ past, protocol, upstream }) => `${past} ${protocol} ${upstream}`))
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

test('about one case in ten waits for a connection, and none of them for the deadline too', () => {
  const slow = cases.filter(({ past }) => past === 'slow-connect')
  expect(Math.abs(slow.length / cases.length - 0.1)).toBeLessThan(0.03)
  expect(slow.filter(isDeadlineCase)).toStrictEqual([])
})

test('what an old service worker orders loses its connection, and nothing else happens to it', () => {
  const old = cases.filter(({ past }) => past === 'old-worker')
  expect(new Set(old.map(({ fault, localFault }) => `${fault?.name} ${localFault?.kind}`))).toStrictEqual(
    new Set(['reset undefined', 'close undefined']),
  )
})

test('the order before a case’s own is for a video of its own too', () => {
  const ids = new Set(cases.flatMap(faultCase => [videoIdOf(faultCase), pastVideoIdOf(faultCase)]))
  expect(ids.size).toBe(2 * cases.length)
  expect(pastVideoIdOf(planCase(1, 7))).toMatch(/^[\w-]{11}$/)
})
