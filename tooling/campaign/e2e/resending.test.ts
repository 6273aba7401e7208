import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { planTrial } from '../src/plan-trial.ts'
import { runCampaign } from '../src/run-campaign.ts'
import { buildResending } from './resending-build.ts'

const seed = 1

/** Trials whose order is taken, and whose connection breaks without a byte of an answer. */
const broken = Array.from({ length: 500 }, (_, index) => planTrial(seed, index)).filter(
  ({ fault, blow }) =>
    fault?.when === 'after' && ['reset', 'close', 'garbage'].includes(fault.name) && blow === undefined,
)

test('the campaign catches a client that resends, in each trial that gives it the occasion', async () => {
  const extension = await buildResending()
  try {
    const trials = broken.slice(0, 4).map(({ index }) => index)
    const results = await runCampaign({ seed, trials, lanes: 2, extension })
    expect(results.map(({ findings }) => findings.includes('doubled'))).toStrictEqual([
      true,
      true,
      true,
      true,
    ])
  } finally {
    await rm(extension, { recursive: true })
  }
})
