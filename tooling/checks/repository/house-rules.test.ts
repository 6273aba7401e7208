import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, runCommand } from '../src/run-command.ts'

const oneRoom = 'decimal.js has one room: packages/core/src/money/decimal.ts. Import what it exports.'
const oneWay = 'Dependencies point one way: apps → outbox → client → core.'
const coreAlone = 'The core imports decimal.js alone: no other package, no environment.'
const commandsAbove = 'The commands stand on the library, and run on Node alone: what both need goes below.'
const throughPorts =
  'The outbox runs in service workers and browsers too: what it needs comes through its ports.'
const databaseAbove = 'A database of the outbox stands on it: what both need goes into the outbox.'
const databasesApart = 'No database of the outbox needs another: what both need goes into the outbox.'
const noImport = 'No dynamic import(): it is broken in the built service worker. Import statically.'
const oneByOne =
  'No list as arguments: one from outside can be too long for a call. Go through it one by one.'
const noText =
  'No text in code: put it into texts/en.json of this folder, and call what `pnpm messages` makes of it.'
const backgroundAlone =
  'Keys are read and orders sent in the background alone: ask it by a message (messages.ts).'
const screensCompose =
  'Screens are composition: a section takes what it shows as props, and can be rendered alone.'

/** A source that breaks a house rule, where it would stand, and what the linter must say of it, with nothing else. */
const offences: readonly (readonly [file: string, source: string, says: string])[] = [
  ['packages/client/src/price.ts', "export { default as a } from 'decimal.js'", oneRoom],
  ['packages/core/src/quote/price.ts', "export { default as a } from 'decimal.js'", oneRoom],
  ['apps/extension/src/price.ts', "export { default as a } from 'decimal.js'", oneRoom],
  ['apps/mock-server/src/price.ts', "export { default as a } from 'decimal.js'", oneRoom],
  ['packages/client/src/one.ts', "export { a } from '@orderwright/mock-server'", oneWay],
  ['packages/client/src/two.ts', "export { a } from '@orderwright/extension'", oneWay],
  ['packages/client/src/three.ts', "export { a } from '../../../apps/mock-server/src/index.ts'", oneWay],
  ['packages/client/src/outward.ts', "export { a } from '@orderwright/outbox'", oneWay],
  ['packages/client/src/outward-by-path.ts', "export { a } from '../../outbox/src/index.ts'", oneWay],
  ['packages/outbox/src/one.ts', "export { a } from '@orderwright/extension'", oneWay],
  ['packages/outbox/src/two.ts', "export { a } from '../../../apps/mock-server/src/index.ts'", oneWay],
  ['packages/outbox/src/three.ts', "export { readFile } from 'node:fs/promises'", throughPorts],
  ['packages/outbox/src/file.ts', "export { a } from '@orderwright/outbox-sqlite'", databaseAbove],
  ['packages/outbox-sqlite/src/one.ts', "export { a } from '@orderwright/mock-server'", oneWay],
  ['packages/outbox-sqlite/src/two.ts', "export { a } from '@orderwright/outbox-postgres'", databasesApart],
  ['packages/outbox-postgres/src/one.ts', "export { a } from '@orderwright/extension'", oneWay],
  ['packages/outbox/src/clock.ts', 'export const a = Date.now()', 'Do not use the global variable Date.'],
  ['packages/outbox/src/net.ts', "export const a = fetch('/')", 'Do not use the global variable fetch.'],
  ['packages/core/src/outward.ts', "export { a } from '@orderwright/outbox'", coreAlone],
  ['packages/core/src/four.ts', "export { a } from '@orderwright/client'", coreAlone],
  ['packages/core/src/five.ts', "export { a } from '../../client/src/index.ts'", coreAlone],
  ['packages/core/src/six.ts', "export { readFile } from 'node:fs/promises'", coreAlone],
  ['packages/core/src/lint/seven.ts', "export { a } from '../cli/run.ts'", commandsAbove],
  ['packages/core/src/cli/eight.ts', "export { default as a } from 'decimal.js'", oneRoom],
  ['apps/extension/src/screens/keys.ts', "export { a } from '../keys/vault/vault.ts'", backgroundAlone],
  ['apps/extension/src/checkout/send.ts', "export { a } from './place-order.background.ts'", backgroundAlone],
  ['apps/extension/src/orders/ui/card.ts', "export { a } from '../../screens/popup.ts'", screensCompose],
  ['apps/extension/src/checkout/lazy.background.ts', "export const a = import('./b.ts')", noImport],
  ['packages/core/src/lazy.ts', "export const a = import('./b.ts')", noImport],
  ['apps/extension/src/a/element.tsx', 'export const a = <p>Try again</p>', noText],
  ['apps/extension/src/a/attribute.tsx', 'export const a = <input aria-label="Quantity" />', noText],
  ['apps/extension/src/a/sentence.ts', "export const a = 'Enter a whole number.'", noText],
  ['apps/extension/src/a/template.ts', `export const a = (b: string) => \`\${b} is required here\``, noText],
  ['packages/core/src/push.ts', 'export const a = (b: number[]): number => b.push(...b)', oneByOne],
  ['apps/extension/src/a/least.ts', 'export const a = (b: number[]): number => Math.min(0, ...b)', oneByOne],
  ['packages/core/src/clock.ts', 'export const a = Date.now()', 'Do not use the global variable Date.'],
  ['packages/core/src/net.ts', "export const a = fetch('/')", 'Do not use the global variable fetch.'],
  ['packages/core/src/env.ts', 'export const a = process.env', 'Do not use the global variable process.'],
  [
    'packages/core/src/float.ts',
    "export const a = parseFloat('1')",
    'Do not use the global variable parseFloat.',
  ],
  ['packages/core/src/any.ts', 'export const a: any = 1', 'Unexpected any. Specify a different type.'],
  [
    'packages/core/src/bang.ts',
    'export const a = (b?: string): string => b!',
    'Forbidden non-null assertion.',
  ],
  ['packages/core/src/default.ts', 'export default 1', 'Avoid default exports.'],
  ['packages/core/src/CamelCase.ts', 'export const a = 1', 'The filename should be in kebab-case.'],
]

/** The same imports and names where the rules allow them. */
const allowed: readonly (readonly [file: string, source: string])[] = [
  ['packages/core/src/money/decimal.ts', "export { Decimal } from 'decimal.js'"],
  ['packages/core/src/cli/allowed.ts', "export { readFile } from 'node:fs/promises'"],
  ['packages/client/src/allowed.test.ts', "export { a } from '@orderwright/mock-server'"],
  ['packages/client/src/allowed.ts', "export { a } from '@orderwright/core'"],
  ['packages/outbox/src/allowed.ts', "export { a } from '@orderwright/client'"],
  ['packages/outbox-sqlite/src/allowed.ts', "export { a } from '@orderwright/outbox'"],
  ['apps/extension/src/allowed.ts', "export { a } from '@orderwright/client'"],
  ['apps/mock-server/src/allowed.ts', 'export const a = Date.now()'],
  ['packages/core/src/push.test.ts', 'export const a = (b: number[]): number => b.push(...b)'],
  ['apps/mock-server/src/lazy.ts', "export const a = import('./b.ts')"],
  ['apps/extension/src/a/thrown.ts', "export const a = new Error('There is no such row.')"],
  ['apps/extension/src/a/code.tsx', 'export const a = <p class="price-label">{\'not_sent\'}</p>'],
]

const report = v.object({
  diagnostics: v.array(v.object({ message: v.string(), location: v.object({ path: v.string() }) })),
})

let folder: string
let said: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderwright-lint-'))
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'))
  await cp(join(root, 'tooling/lint'), join(folder, 'tooling/lint'), { recursive: true })
  for (const [file, source] of [...offences, ...allowed]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${source}\n`)
  }
  said = await lint()
})

afterAll(() => rm(folder, { recursive: true }))

async function lint(): Promise<ReadonlyMap<string, readonly string[]>> {
  // A file of its own: on the terminal Biome's remarks can land in the middle of the JSON.
  const file = join(folder, 'said.json')
  const options = [
    '--vcs-enabled=false',
    '--reporter=json',
    `--reporter-file=${file}`,
    '--max-diagnostics=none',
  ]
  await runCommand(['biome', 'lint', ...options, '.'], folder)
  const json = await readFile(file, 'utf8')
  const { diagnostics } = v.parse(v.pipe(v.string(), v.parseJson(), report), json)
  const files = new Map<string, string[]>()
  for (const { message, location } of diagnostics) {
    files.set(location.path, [...(files.get(location.path) ?? []), message])
  }
  return files
}

test.each(offences)('%s is refused for `%s`', (file, _, says) => {
  expect(said.get(file)).toEqual([says])
})

test.each(allowed)('%s may have `%s`', file => {
  expect(said.get(file)).toBeUndefined()
})
