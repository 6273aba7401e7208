import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, release } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkings } from './checking.ts'
import { compare } from './compare.ts'
import { pricing } from './pricing.ts'
import { readings } from './reading.ts'
import { comparisonTable, readingTable } from './tables.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })

const root = join(import.meta.dirname, '../../../..')

/** The versions of the peers, as the catalog of the workspace pins them. */
function versionOf(name: string): string {
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const found = new RegExp(`^  "?${name}"?: (\\S+)$`, 'm').exec(workspace)?.[1]
  return `${name} ${found ?? '?'}`
}

const peers = ['decimal.js', 'big.js', 'fraction.js', 'validatorjs', 'ajv', 'zod', 'valibot']

const [processor] = cpus()
const machine = `${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), ${platform()} ${release()}, Node ${process.version}`
const day = new Date().toISOString().slice(0, 10)

const sections: string[] = []
function tell(section: string): void {
  console.log(`${section}\n`)
  sections.push(section)
}

tell(`# Benchmarks of the engine

Written by \`pnpm bench --write\` on ${day}: ${machine}; load ${loadavg()[0]?.toFixed(1)} when it began. ${peers.map(versionOf).join(', ')}.

Processor time, the median of nine rounds in which the contenders take turns; ratios are taken within a round. The first of a table is what the
others are compared with: 2 is twice as fast. Every answer is compared with one that was calculated in whole numbers.`)
tell(comparisonTable(pricing.title, compare(pricing)))
for (const checking of checkings) tell(comparisonTable(checking.title, compare(checking)))
tell(readingTable('Reading a catalogue: three tiers and two params a service', await readings()))

if (values.write) writeFileSync(join(root, 'docs/benchmarks.md'), `${sections.join('\n\n')}\n`)
