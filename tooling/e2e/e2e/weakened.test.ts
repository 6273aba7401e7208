import { expect, test } from 'vitest'
import type { FaultCase } from '../src/campaign/plan/case.ts'
import { planCase } from '../src/campaign/plan/plan-case.ts'
import { runCampaign } from '../src/campaign/run-campaign.ts'
import { buildWeakened, type Weakening } from './weakened-build.ts'
import { formerly, resending, sharingBlindly, sharingConnections } from './weakenings.ts'

// Each protection of an order is taken away in turn, and the campaign has to find that: the first cases of the seed
// that give it the trigger are played.

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

/** How many of the first three cases find an order doubled. */
async function doubled(weakening: Weakening, cases: readonly FaultCase[]): Promise<number> {
  await using build = await buildWeakened(weakening)
  const first = cases.slice(0, 3).map(({ index }) => index)
  const results = await runCampaign({ seed, cases: first, workers: 3, extension: build.folder })
  expect(results.flatMap(({ problem }) => problem ?? [])).toStrictEqual([])
  return results.filter(({ findings }) => findings.includes('doubled')).length
}

test('a client that resends is caught by each case that gives it the trigger', async () => {
  expect(await doubled(resending, cutOff)).toBe(3)
})

test('an order over a spare connection, which a slow connect has left, is caught', async () => {
  expect(await doubled(formerly, afterSlowConnect)).toBeGreaterThan(0)
})

test('an order for an upstream whose protocol the service worker cannot tell is caught', async () => {
  expect(await doubled(formerly, byOldWorker)).toBeGreaterThan(0)
})

test('an order over shared connections is caught over HTTP/1.1', async () => {
  expect(await doubled(sharingConnections, afterSlowConnect)).toBeGreaterThan(0)
})

test('an order over shared connections is caught over HTTP/2 unless its body is a stream', async () => {
  expect(await doubled(sharingBlindly, byOldWorker)).toBeGreaterThan(0)
  expect(await doubled(sharingConnections, byOldWorker)).toBe(0)
})

test('a build fails if what it is to go without is no longer there', async () => {
  const edit = { file: 'accounts/upstream/send-once.background.ts', from: 'what nobody has written', to: '' }
  await expect(buildWeakened({ edits: [edit] })).rejects.toThrow('what nobody has written')
  const file = 'worker/what-nobody-imports.ts'
  await expect(buildWeakened({ edits: [{ file, to: '' }] })).rejects.toThrow(`no longer built from ${file}`)
})
