import { randomInt } from 'node:crypto'
import { loopbackBuild } from '../stage/build.ts'
import { figures, isClean } from './figures.ts'
import { help, readArguments, type SoakOptions } from './read-arguments.ts'
import { runCampaign, type TrialResult } from './run-campaign.ts'

const read = readArguments(process.argv.slice(2), () => randomInt(1_000_000))
switch (read.kind) {
  case 'help':
    console.log(help)
    break
  case 'misuse':
    console.error(read.sentence)
    process.exitCode = 2
    break
  case 'soak':
    process.exitCode = await soak(read.options)
}

async function soak(options: SoakOptions): Promise<number> {
  const { seed, trials } = options
  console.log(`seed ${seed}, ${trials.length} trials`)
  const start = performance.now()
  let done = 0
  const onResult = (result: TrialResult): void => {
    done += 1
    tell(seed, result)
    if (done % 50 === 0) console.log(`${done} of ${trials.length}, ${seconds(start)} s`)
  }
  const results = await runCampaign({ ...options, extension: loopbackBuild, onResult })
  for (const line of figures(seed, results, performance.now() - start)) console.log(line)
  return isClean(results) ? 0 : 1
}

/** What is wrong is told at once, with how to see it again. */
function tell(seed: number, { trial, findings, problem, played }: TrialResult): void {
  if (findings.length === 0 && problem === undefined) return
  console.log(`trial ${trial.index}: ${problem ?? findings.join(', ')}`)
  console.log(`  ${JSON.stringify(trial)}`)
  if (played.length > 0) console.log(`  ${JSON.stringify(played)}`)
  console.log(`  again: pnpm soak --seed ${seed} --only ${trial.index}`)
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000)
}
