import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { mockServerFor } from '../src/node-test.ts'
import { test } from '../src/vitest.ts'

const root = new URL('..', import.meta.url)
const documented = readFileSync(new URL('docs/test-runners.md', root), 'utf8')

/** Whether this machine has pytest, as not every one that runs these tests does. */
const hasPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status === 0

function block(language: string): string {
  const [, source = ''] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(documented) ?? []
  return source
}

describe('in a test runner', () => {
  test('the document has the test of Vitest that runs here', () => {
    const source = readFileSync(new URL('test/test-runners/bad-day.test.ts', root), 'utf8')
    expect(block('ts')).toBe(source)
  })

  test('the test of node:test in the document passes, and its server is closed', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@orderwright/source', '--input-type=module', '--eval', block('js')],
      { cwd: fileURLToPath(root), env: { PATH: process.env.PATH ?? '' } },
    )
    expect(stdout).toMatch(/pass 1\n/)
  })

  test.runIf(hasPytest)('the tests of pytest in the document pass', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-pytest-'))
    const [conftest = '', tests = ''] = [...documented.matchAll(/```python\n([\s\S]*?)```/g)].map(
      ([, source = '']) => source,
    )
    const command = [
      process.execPath,
      '--conditions=@orderwright/source',
      fileURLToPath(new URL('src/cli/main.ts', root)),
    ]
    const shown = '"npx", "orderwright-mock"'
    expect(conftest).toContain(shown)
    try {
      const started = command.map(part => JSON.stringify(part)).join(', ')
      writeFileSync(join(folder, 'conftest.py'), conftest.replace(shown, started))
      writeFileSync(join(folder, 'test_orders.py'), tests)
      const options = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider']
      const { stdout } = await promisify(execFile)('python3', options, { cwd: folder })
      expect(stdout).toMatch(/2 passed/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('each test has a server of its own, its clock held', async ({ mock }) => {
    expect(mock.control.clock.rate()).toBe(0)
    expect(mock.control.orders.list()).toEqual([])
  })

  test('a test of node:test fails at its end if it is to and left something behind', async () => {
    const atEnd: (() => unknown)[] = []
    const context = {
      after: (hook?: unknown) => void (typeof hook === 'function' && atEnd.push(() => hook())),
    }
    const { url, control } = await mockServerFor(context, { verifiesAtEnd: true })
    control.faults.add({ fault: 'reset' })
    expect(atEnd).toHaveLength(1)
    await expect(Promise.resolve(atEnd[0]?.())).rejects.toThrow("The fault 'reset' was never injected")
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  describe('with options of a suite', () => {
    const strict = test.extend({ mockOptions: { isStrict: true } })

    strict('begins with them', async ({ mock }) => {
      const answer = await fetch(`${mock.url}/api/v2?action=balanc`)
      expect(answer.status).toBe(400)
    })
  })
})
