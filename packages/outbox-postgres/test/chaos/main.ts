import { parseArgs } from 'node:util'
import { runChaos } from './run-chaos.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string' },
  },
})
const orders = Number(values.orders)
if (!Number.isInteger(orders) || orders < 1) throw new RangeError('--orders must be 1 or more')
const kills = values.kills === undefined ? Math.max(4, Math.round(orders / 100)) : Number(values.kills)
const result = await runChaos({ orders, seed: Number(values.seed), kills })
const { doubled, lost, unsent, overLimit, webhooksMissing, workerFailures } = result
console.log(
  `${result.placed} orders at the upstream by ${result.accepted} acceptances, ${result.kills} workers killed, ` +
    `PostgreSQL crashed ${result.databaseCrashes} time(s), ${result.unknownFound} orders looked up, ${result.triedAgain} tried again`,
)
console.log(JSON.stringify(result))
const isGood = doubled + lost + unsent + overLimit + webhooksMissing + workerFailures.length === 0
process.exitCode = isGood ? 0 : 1
