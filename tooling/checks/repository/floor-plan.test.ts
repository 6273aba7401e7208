import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { corridors, crowdedFolders, mutualFolders, readSources, valueCycles } from './import-graph.ts'
import { repositoryFiles } from './repository-files.ts'

const most = 15
const least = 20

/** Files that are short and have one importer, and stand alone for a reason. */
const listed: readonly string[] = []

/** The sources that the plan holds for. */
const houses = [
  'packages/core/src',
  'packages/client/src',
  'packages/outbox/src',
  'packages/outbox-sqlite/src',
  'packages/outbox-postgres/src',
  'apps/mock-server/src',
  'apps/extension/src',
  'tooling/e2e/src',
]

const files = repositoryFiles()

describe.each(houses)('in %s', house => {
  const sources = readSources(
    files.filter(file => file.startsWith(`${house}/`)),
    file => readFileSync(join(root, file), 'utf8'),
  )

  test('there are sources to judge', () => {
    expect(sources.length).toBeGreaterThan(5)
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(5)
  })

  test('no files need one another’s values in a circle: move what both need into a file below them', () => {
    expect(valueCycles(sources)).toEqual([])
  })

  test('no two folders import each other: one of them is lower, so hand in what it would take from above', () => {
    expect(mutualFolders(sources, house)).toEqual([])
  })

  test(`no folder holds more than ${most} files: a 16th asks for a subfolder that is a thing`, () => {
    expect(crowdedFolders(sources, most)).toEqual([])
  })

  test(`no file under ${least} lines has one importer: it is a corridor, so move it into its importer`, () => {
    expect(corridors(sources, least).filter(path => !listed.includes(path))).toEqual([])
  })
})

test('every listed exception is one still', () => {
  const sources = readSources(files, file => readFileSync(join(root, file), 'utf8'))
  const short = corridors(
    sources.filter(({ path }) => houses.some(house => path.startsWith(`${house}/`))),
    least,
  )
  expect(listed.filter(path => !short.includes(path))).toEqual([])
})

describe('in a sample tree that breaks it, each rule', () => {
  const sample = (tree: Readonly<Record<string, string>>) =>
    readSources(Object.keys(tree), file => tree[file] ?? '')

  test('of circles sees values that need each other, and lets types be', () => {
    const a = { 'src/a/a.ts': "import { b } from '../b/b.ts'\n" }
    const value = sample({
      ...a,
      'src/b/b.ts': "import type { D } from './d.ts'\nexport { a } from '../a/a.ts'\n",
    })
    expect(valueCycles(value)).toEqual([['src/a/a.ts', 'src/b/b.ts']])
    const type = sample({ ...a, 'src/b/b.ts': "import { type A } from '../a/a.ts'\n" })
    expect(valueCycles(type)).toEqual([])
  })

  test('of folders names the files of both directions, types too', () => {
    const tree = sample({
      'src/a/one.ts': "import type { B } from '../b/one.ts'\n",
      'src/a/two.ts': 'export const two = 2\n',
      'src/b/one.ts': "import {\n  two,\n} from '../a/two.ts'\n",
    })
    expect(mutualFolders(tree, 'src')).toEqual([
      'src/a and src/b: src/a/one.ts → src/b/one.ts, src/b/one.ts → src/a/two.ts',
    ])
  })

  test('of folders takes each file at the root for a folder of its own', () => {
    const tree = sample({
      'src/ground.ts': 'export const ground = 1\n',
      'src/a/a.ts': "import { ground } from '../ground.ts'\n",
      'src/roof.ts': "import { a } from './a/a.ts'\n",
    })
    expect(mutualFolders(tree, 'src')).toEqual([])
  })

  test('of crowds counts sources alone', () => {
    const names = Array.from({ length: most + 1 }, (_, index) => [`src/a/${index}.ts`, ''])
    const tests = [
      ['src/b/1.ts', ''],
      ...names.map(([name = '']) => [name.replace('/a/', '/b/').replace('.ts', '.test.ts'), '']),
    ]
    expect(crowdedFolders(sample(Object.fromEntries([...names, ...tests])), most)).toEqual(['src/a: 16'])
  })

  test('of corridors wants a second importer or more to read', () => {
    const short = 'export const a = 1\n'.repeat(least - 1)
    const tree = {
      'src/a/short.ts': short,
      'src/a/long.ts': `${short}export const b = 2\n`,
      'src/a/shared.ts': short,
      'src/one.ts': "import './a/short.ts'\nimport './a/long.ts'\nimport './a/shared.ts'\n",
      'src/two.ts': "import './a/shared.ts'\n",
    }
    expect(corridors(sample(tree), least)).toEqual(['src/a/short.ts'])
  })
})
