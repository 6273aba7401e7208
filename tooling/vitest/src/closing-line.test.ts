import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const reporter = join(import.meta.dirname, 'closing-line.ts')
const vitest = join(import.meta.dirname, '../node_modules/vitest')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderwright-closing-'))
  await mkdir(join(folder, 'tests'))
  const config = `import { closingLine } from ${JSON.stringify(reporter)}
export default { test: { globals: true, include: ['tests/*.js'], reporters: ['default', closingLine] } }`
  await writeFile(join(folder, 'vitest.config.ts'), config)
})

afterEach(() => rm(folder, { recursive: true }))

const passing = "test('one', () => {}); test('two', () => {})"

test.each([
  ['what passed', [passing, "test('three', () => {})"], '3 passed, 0 failed'],
  ['what failed', [passing, "test('three', () => { throw new Error('no') })"], '2 passed, 1 failed'],
  ['a file that cannot be loaded as one failure', [passing, "import './gone.js'"], '2 passed, 1 failed'],
  [
    'an error that belongs to no test as one failure',
    [`${passing}; test('three', () => void Promise.reject(new Error('nobody waits for it')))`],
    '3 passed, 1 failed',
  ],
])('a run closes with %s', async (_, files, line) => {
  await Promise.all(files.map((source, index) => writeFile(join(folder, 'tests', `${index}.js`), source)))
  const output = await new Promise<string>(resolve => {
    execFile(process.execPath, [join(vitest, 'vitest.mjs'), 'run', '--root', folder], (_, stdout) =>
      resolve(stdout),
    )
  })
  expect(output.trim().split('\n').at(-1)).toBe(line)
})
