import { expect, test } from 'vitest'
import { figures } from '../src/campaign/figures.ts'
import { runCampaign } from '../src/campaign/run-campaign.ts'
import { loopbackBuild } from '../src/stage/build.ts'

/** Another seed each day would find more, and fail for reasons that are not the change's own: `pnpm soak` is for that. */
const seed = 1
const cases = Array.from({ length: 60 }, (_, index) => index)

test('60 orders while things go wrong: none is doubled, none is lost, every charge is in the history', async () => {
  const start = performance.now()
  const results = await runCampaign({ seed, cases, workers: 3, extension: loopbackBuild })
  console.log(figures(seed, results, performance.now() - start).join('\n'))
  const wrong = results.filter(({ findings, problem }) => findings.length > 0 || problem !== undefined)
  expect(wrong).toStrictEqual([])
}, 600_000)
