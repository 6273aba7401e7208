import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url)

/** Runs a module as a reader would, on this Node, against the package's source. */
function run(code: string): string {
  const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const program = ['--input-type=module-typescript', '--eval', code]
  return execFileSync(process.execPath, [...flags, ...program], { cwd: root, encoding: 'utf8' })
}

const readme = readFileSync(new URL('README.md', root), 'utf8')
const programs = [...readme.matchAll(/```ts\n(import [\s\S]*?)```\n\nIt prints\n\n```text\n([\s\S]*?)```/g)]

test('the README has programs', () => {
  expect(programs.length).toBe(readme.split('It prints').length - 1)
  expect(programs.length).toBeGreaterThan(0)
})

test.each(programs.map(([, code = '', printed = ''], index) => [index + 1, code, printed] as const))(
  'program %i of the README prints what the README says',
  (_, code, printed) => {
    expect(run(code)).toBe(printed)
  },
  30_000,
)

const examples = globSync('src/**/*.ts', { cwd: root }).flatMap(file => {
  const text = readFileSync(new URL(file, root), 'utf8')
  return [...text.matchAll(/ \* @example\n \* ```ts\n([\s\S]*?) \* ```/g)].map(match => {
    const lines = (match[1] ?? '').split('\n').map(line => line.replace(/^ \* ?/, ''))
    return [file, lines] as const
  })
})

test('the docstrings have examples', () => {
  expect(examples.length).toBeGreaterThan(1)
})

test.each(examples)('the example in %s gives what it says', (_, lines) => {
  const asserted = lines.map(line => {
    const [, expression, expected] = /^(.*?) \/\/ (.+)$/.exec(line) ?? []
    return expression === undefined ? line : `assert.deepEqual(${expression}, ${expected})`
  })
  expect(asserted.join('\n')).toContain('assert.')
  const preamble = [
    "import assert from 'node:assert/strict'",
    "import { finalAmounts, weighBalances } from '@orderwright/outbox'",
  ]
  run([...preamble, ...asserted].join('\n'))
})
