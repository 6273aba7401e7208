import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```\n\nIt prints\n\n```text\n([\s\S]*?)```/g)]

test('the README has an example for each kind of developer', () => {
  expect(examples).toHaveLength(2)
})

test.each(examples.map(([, code = '', printed = '']) => [code, printed] as const))(
  'an example prints what the README says: %#',
  (code, printed) => {
    // The client's folder resolves all three packages, to their sources.
    const cwd = join(root, 'packages/client')
    const flags = ['--conditions=@orderwright/source', '--input-type=module-typescript', '--eval', code]
    expect(execFileSync(process.execPath, flags, { cwd, encoding: 'utf8' })).toBe(printed)
  },
)
