import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testStep } from './test-step.ts'

let root: string
let report: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'orderwright-step-'))
  const folder = join(root, 'packages/one')
  report = join(folder, '.reports/test-browser.json')
  await mkdir(join(folder, '.reports'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "name": "one", "scripts": { "test:browser": "run" } }')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true })
})

/** A turbo on `PATH` that does what `script` says. */
async function turbo(script: string): Promise<void> {
  const program = join(root, 'bin/turbo')
  await mkdir(join(root, 'bin'))
  await writeFile(program, `#!/bin/sh\n${script}\n`)
  await chmod(program, 0o755)
  vi.stubEnv('PATH', join(root, 'bin'))
}

const passing = '{ "numPassedTests": 5, "numFailedTests": 0, "success": true }'

test('the tests of every package that has the task are counted', async () => {
  await turbo(`echo '${passing}' >${report}`)
  expect(await testStep('browser', 'test:browser', root).run()).toMatchObject({ passed: 5, failed: 0 })
})

test('a task that dies is a failure, though an earlier run has left a good report', async () => {
  await writeFile(report, passing)
  await turbo('echo "it died"; exit 1')
  const result = await testStep('browser', 'test:browser', root).run()
  expect(result).toMatchObject({ passed: 0, failed: 1 })
  expect(result.details).toContain('it died')
  expect(result.details).toContain('one: no test passed.')
})

test('turbo that fails with good reports is a failure still', async () => {
  await turbo(`echo '${passing}' >${report}; exit 1`)
  expect(await testStep('browser', 'test:browser', root).run()).toMatchObject({ passed: 5, failed: 1 })
})
