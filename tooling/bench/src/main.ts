import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contestants, reference } from './contestants.ts'
import { measure } from './measure.ts'
import { prepare } from './prepare.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
  },
})

if (!existsSync(join(import.meta.dirname, '../../../apps/mock-server/dist/cli/main.js'))) {
  console.error('The mock server has not been built: run `npm run build` first.')
  process.exit(1)
}

const chosen = contestants.filter(
  contestant => contestant === reference || contestant.name.includes(values.only),
)
const plan = {
  folder: prepare(chosen),
  rounds: Number(values.rounds),
  warmSeconds: 3,
  loadSeconds: Number(values.seconds),
}
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
const rounds = await measure(
  chosen,
  plan,
  ({ round, contestant, startMs, requestsPerSecond, cpuMicroseconds }) =>
    console.log(
      `${round} ${contestant.name.padEnd(20)} ${startMs.toFixed(0).padStart(6)} ms ${requestsPerSecond.toFixed(0).padStart(7)}/s ${cpuMicroseconds.toFixed(0).padStart(6)} µs`,
    ),
)
console.log(`\nMedians; the last two columns as ratios to "${reference.name}" in the same round:\n`)
console.log(report(rounds, reference))
