import { cpus, loadavg } from 'node:os'
import { loopbackBuild } from '@orderwright/e2e'
import { countNodes } from './count-nodes.ts'
import { measureOpening, measurePicker, measureQuantity } from './measure.ts'
import { popupScripts, sumOf } from './popup-scripts.ts'
import type { Figure, Measured } from './samples.ts'
import { openScene } from './scene.ts'

/** How often each thing is measured: 30, or the number that is given. */
const rounds = Number.parseInt(process.argv[2] ?? '30', 10)

console.log(
  `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds} in milliseconds, in brackets what one in twenty is above.\n`,
)

const small = await measureSmall()
const large = await measureLarge()
const full = await measureFull()
const scripts = await popupScripts(loopbackBuild)

row('', 'popup', 'blank popup')
row('---', '---', '---')
show('opened warm, 40 services', small.warm)
show('opened warm, 10,000 services', large.warm)
show('opened cold, 10,000 services', large.cold)
show('opened warm, 10,000 services, 5,000 orders', full.warm)
show('a key in the picker, 10,000 services', large.picker)
show('a key in the quantity, 10,000 services', large.quantity)

const { nodes } = full
console.log(`\nCatalogues asked for by ${large.openings} openings: ${large.reads}`)
console.log(`Nodes: ${listed(Object.entries(nodes))}`)
console.log(`Scripts as it opens, gzipped: ${listed(scripts.atOpening)}`)
console.log(`Scripts loaded later: ${listed(scripts.later)}\n`)
console.log(
  JSON.stringify({
    openWarm40: small.warm.own,
    openWarm10000: large.warm.own,
    openCold10000: large.cold.own,
    openHistory5000: full.warm.own,
    pickerKey10000: large.picker.own,
    quantityKey10000: large.quantity.own,
    mostNodes: Math.max(...Object.values(nodes)),
    scriptsGzip: sumOf(scripts.atOpening),
  }),
)

async function measureSmall(): Promise<{ readonly warm: Measured }> {
  await using scene = await openScene(40, 0)
  return { warm: await measureOpening(scene, 'warm', rounds) }
}

interface Large extends Readonly<Record<'warm' | 'cold' | 'picker' | 'quantity', Measured>> {
  readonly openings: number
  /** How often the openings asked for a catalogue. */
  readonly reads: number
}

async function measureLarge(): Promise<Large> {
  await using scene = await openScene(10_000, 0)
  const before = scene.catalogueReads()
  const warm = await measureOpening(scene, 'warm', rounds)
  const cold = await measureOpening(scene, 'cold', rounds)
  const reads = scene.catalogueReads() - before
  const picker = await measurePicker(scene, rounds)
  const quantity = await measureQuantity(scene, rounds)
  return { warm, cold, picker, quantity, reads, openings: 2 * (rounds + 1) }
}

async function measureFull(): Promise<{
  readonly warm: Measured
  readonly nodes: Readonly<Record<string, number>>
}> {
  await using scene = await openScene(10_000, 5_000)
  return { warm: await measureOpening(scene, 'warm', rounds), nodes: await countNodes(scene) }
}

function show(what: string, { own, floor }: Measured): void {
  row(what, cell(own), cell(floor))
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function cell({ median, p95 }: Figure): string {
  return `${median} (${p95})`
}

function listed(entries: Iterable<readonly [string, number]>): string {
  return [...entries].map(([name, count]) => `${name} ${count}`).join(', ')
}
