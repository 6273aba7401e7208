import { randomInt } from 'node:crypto'
import { loopbackBuild } from '../stage/build.ts'
import { figures, isClean } from './figures.ts'
import { help, readArguments, type SoakOptions } from './read-arguments.ts'
import { type CaseResult, runCampaign } from './run-campaign.ts'

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
  const { seed, cases } = options
  console.log(`seed ${seed}, ${cases.length} cases`)
  const start = performance.now()
  let done = 0
  const onResult = (result: CaseResult): void => {
    done += 1
    tell(seed, result)
    if (done % 50 === 0) console.log(`${done} of ${cases.length}, ${seconds(start)} s`)
  }
  const results = await runCampaign({ ...options, extension: loopbackBuild, onResult })
  for (const line of figures(seed, results, performance.now() - start)) console.log(line)
  return isClean(results) ? 0 : 1
}

/** What is wrong is told at once, with how to see it again. */
function tell(seed: number, { faultCase, findings, problem, played }: CaseResult): void {
  if (findings.length === 0 && problem === undefined) return
  console.log(`case ${faultCase.index}: ${problem ?? findings.join(', ')}`)
  console.log(`  ${JSON.stringify(faultCase)}`)
  if (played.length > 0) console.log(`  ${JSON.stringify(played)}`)
  console.log(`  again: pnpm soak --seed ${seed} --only ${faultCase.index}`)
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000)
}
