import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { mockServerFor } from '../src/node-test.ts'
import { test } from '../src/vitest.ts'

const root = new URL('..', import.meta.url)
const documented = readFileSync(new URL('docs/test-runners.md', root), 'utf8')

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
