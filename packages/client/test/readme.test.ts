import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testReadme } from '@orderwright/vitest'
import { describe, expect, test } from 'vitest'
import * as exported from '../src/index.ts'
import { readClientOptions } from '../src/transport/options.ts'

const root = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

testReadme(fileURLToPath(root))

describe('the README', () => {
  test('names every class of errors with its kind', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| `(\w+Error)` +\|/gm)]
    const named = rows.map(([, kind, name]) => ({ kind, name }))
    // The base, its guard, and what is thrown to this package, not by it.
    const others = ['UpstreamError', 'isUpstreamError', 'NotSentError']
    const classes = Object.entries(exported).filter(
      ([name]) => name.endsWith('Error') && !others.includes(name),
    )
    expect(named.map(({ name }) => name).toSorted()).toStrictEqual(classes.map(([name]) => name).toSorted())
    for (const { kind, name } of named) {
      expect(name?.replace('Error', '').toLowerCase()).toBe(kind?.replace('_', ''))
    }
  })

  test('gives the defaults that the code has', () => {
    const { timeoutMs, retry } = readClientOptions({ apiKey: 'k', baseUrl: 'https://panel.example/' })
    expect(readme).toContain(`| ${timeoutMs.toLocaleString('en').replace(',', ' ')} `)
    expect(readme).toContain(
      `{ limit: ${retry.limit}, minDelayMs: ${retry.minDelayMs}, maxDelayMs: ${retry.maxDelayMs} }`,
    )
  })
})
