import { expect, test } from 'vitest'
import type { FaultCase } from '../src/campaign/plan/case.ts'
import { planCase } from '../src/campaign/plan/plan-case.ts'
import { runCampaign } from '../src/campaign/run-campaign.ts'
import type { BuildCopy } from '../src/stage/copy-with-tls.ts'
import { buildWeakened } from './weakened-build.ts'
import { formerly, resending, sharingBlindly, sharingConnections } from './weakenings.ts'

// Each protection of an order is taken away in turn, and the campaign has to find that: the first cases of the seed
// that give it the chance are played.

const seed = 1
const planned: readonly FaultCase[] = Array.from({ length: 1000 }, (_, index) => planCase(seed, index))

/** The order is taken, then the whole connection breaks without a byte of an answer, and nothing else happens. */
function isCutOff({ fault, localFault, broken }: FaultCase): boolean {
  const isCut = fault?.when === 'after' && ['reset', 'close', 'garbage'].includes(fault.name)
  return isCut && localFault === undefined && broken === 'connection'
}

const cutOff = planned.filter(isCutOff)
const afterSlowConnect = cutOff.filter(
  ({ past, protocol }) => past === 'slow-connect' && protocol !== 'http2',
)
const byOldWorker = cutOff.filter(({ past }) => past === 'old-worker')

/** The numbers of the cases that find an order doubled. */
async function doubled(build: BuildCopy, cases: readonly FaultCase[]): Promise<readonly number[]> {
  const numbers = cases.map(({ index }) => index)
  const results = await runCampaign({ seed, cases: numbers, workers: 1, extension: build.folder })
  expect(results.flatMap(({ problem }) => problem ?? [])).toStrictEqual([])
  return results.flatMap(({ faultCase, findings }) => (findings.includes('doubled') ? faultCase.index : []))
}

/**
 * Whether an order is found doubled by one of the first three cases of each kind; the second and the third are played
 * only if the first finds nothing, since a case is what two processes make of a few milliseconds.
 */
async function isCaughtByEach(build: BuildCopy, kinds: readonly (readonly FaultCase[])[]): Promise<boolean> {
  let open = kinds
  for (let attempt = 0; attempt < 3 && open.length > 0; attempt += 1) {
    const found = await doubled(
      build,
      open.flatMap(cases => cases.slice(attempt, attempt + 1)),
    )
    open = open.filter(cases => !found.includes(cases[attempt]?.index ?? -1))
  }
  return open.length === 0
}

test('a client that resends is caught by each case that gives it the occasion', async () => {
  await using build = await buildWeakened(resending)
  const cases = cutOff.slice(0, 3)
  expect(await doubled(build, cases)).toStrictEqual(cases.map(({ index }) => index))
})

test('an order over a spare connection, which a slow connect has left, is caught, and one whose protocol the service worker cannot tell', async () => {
  await using build = await buildWeakened(formerly)
  expect(await isCaughtByEach(build, [afterSlowConnect, byOldWorker])).toBe(true)
})

test('an order over shared connections is caught over HTTP/1.1, and over HTTP/2 unless its body is a stream', async () => {
  await using build = await buildWeakened(sharingConnections)
  const [streamed] = byOldWorker
  expect(streamed?.protocol).toBe('http2')
  expect(await isCaughtByEach(build, [afterSlowConnect])).toBe(true)
  expect(await doubled(build, byOldWorker.slice(0, 1))).toStrictEqual([])
  await using blind = await buildWeakened(sharingBlindly)
  expect(await isCaughtByEach(blind, [byOldWorker])).toBe(true)
})

test('a build fails if what it is to go without is no longer there', async () => {
  const edit = { file: 'accounts/upstream/send-once.background.ts', from: 'what nobody has written', to: '' }
  await expect(buildWeakened({ edits: [edit] })).rejects.toThrow('what nobody has written')
  const file = 'worker/what-nobody-imports.ts'
  await expect(buildWeakened({ edits: [{ file, to: '' }] })).rejects.toThrow(`no longer built from ${file}`)
})
