import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as exported from '../src/index.ts'
import { readClientOptions } from '../src/transport/options.ts'

const root = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

describe('the README', () => {
  test('has an example that prints what the README says', () => {
    const flags = [
      '--conditions=@orderwright/source',
      '--input-type=module-typescript',
      '--eval',
      block('ts'),
    ]
    expect(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })).toBe(block('text'))
  })

  test('names every class of errors with its kind', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| `(\w+Error)` +\|/gm)]
    const named = rows.map(([, kind, name]) => ({ kind, name }))
    // The base, and what is thrown to this package, not by it.
    const others = ['UpstreamError', 'NotSentError']
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
