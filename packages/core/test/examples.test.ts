import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as core from '../src/index.ts'

const root = new URL('..', import.meta.url)

/** Runs a module as a reader would, on this Node, against the package's source. */
function run(code: string): string {
  const flags = ['--conditions=@orderwright/source', '--input-type=module-typescript', '--eval', code]
  return execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })
}

const readme = readFileSync(new URL('README.md', root), 'utf8')
const [code = '', printed = ''] = [...readme.matchAll(/```(?:ts|text)\n([\s\S]*?)```/g)].map(
  match => match[1] ?? '',
)

test('the example of the README prints what the README says', () => {
  expect(code).toContain("from '@orderwright/core'")
  expect(run(code)).toBe(printed)
})

const examples = globSync('src/**/*.ts', { cwd: root }).flatMap(file => {
  const text = readFileSync(new URL(file, root), 'utf8')
  return [...text.matchAll(/ \* @example\n \* ```ts\n([\s\S]*?) \* ```/g)].map(match => {
    const lines = (match[1] ?? '').split('\n').map(line => line.replace(/^ \* ?/, ''))
    return [file, lines] as const
  })
})

const sources = globSync('src/**/*.ts', { cwd: root }).map(file => readFileSync(new URL(file, root), 'utf8'))
const published = Object.entries(core).flatMap(([name, value]) =>
  typeof value === 'function' && value !== core.Decimal ? [name] : [],
)

test.each(published)('%s has an example in its docstring', name => {
  const declared = new RegExp(`/\\*\\*\n((?: \\*.*\n)+?) \\*/\nexport function ${name}\\(`)
  const docstrings = sources.flatMap(text => declared.exec(text)?.[1] ?? [])
  expect(docstrings).toEqual([expect.stringContaining(' * @example\n')])
})

test.each(examples)('the example in %s gives what it says', (_, lines) => {
  const asserted = lines.map(line => {
    const [, expression, expected] = /^(.*?) \/\/ (.+)$/.exec(line) ?? []
    return expression === undefined ? line : `assert.deepEqual(${expression}, ${expected})`
  })
  expect(asserted.join('\n')).toContain('assert.')
  const preamble = [
    "import assert from 'node:assert/strict'",
    `import { ${Object.keys(core).join(', ')} } from '@orderwright/core'`,
  ]
  run([...preamble, ...asserted].join('\n'))
})
