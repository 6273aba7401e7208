import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testDocstrings, testReadme } from '@orderwright/vitest'
import { expect, test } from 'vitest'
import * as exported from '../src/index.ts'
import * as testing from '../src/testing.ts'

const folder = join(import.meta.dirname, '..')

testReadme(folder)
testDocstrings(folder, '@orderwright/outbox', exported)

const sources = globSync('src/**/*.ts', { cwd: folder }).map(file => readFileSync(join(folder, file), 'utf8'))
const functions = Object.entries({ ...exported, ...testing }).flatMap(([name, value]) =>
  typeof value === 'function' ? [name] : [],
)

test.each(functions)('the docstring of %s, which is published, has an example', name => {
  const declared = new RegExp(`/\\*\\*\\n((?: \\*.*\\n)+?) \\*/\\nexport (?:async )?function ${name}[(<]`)
  const docstrings = sources.flatMap(text => declared.exec(text)?.[1] ?? [])
  expect(docstrings).toEqual([expect.stringContaining(' * @example\n')])
})
