import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'

test.each([
  [
    'all that passed',
    '{ "numPassedTests": 3, "numFailedTests": 0, "success": true }',
    { passed: 3, failed: 0 },
  ],
  ['what failed', '{ "numPassedTests": 2, "numFailedTests": 2, "success": false }', { passed: 2, failed: 2 }],
  [
    'a file that could not be loaded as one failure',
    '{ "numPassedTests": 2, "numFailedTests": 0, "success": false }',
    { passed: 2, failed: 1 },
  ],
  ['half a report as one failure', '{ "numPassedTests": 2', { passed: 0, failed: 1 }],
  ['another JSON as one failure', '{ "passed": 2 }', { passed: 0, failed: 1 }],
])('a report counts %s', async (_, text, counts) => {
  const folder = await mkdtemp(join(tmpdir(), 'orderwright-report-'))
  const file = join(folder, 'test.json')
  await writeFile(file, text)
  expect(await readReport(file)).toEqual(counts)
  await rm(folder, { recursive: true })
})

test('a report that nobody wrote is one failure', async () => {
  expect(await readReport('/nowhere/test.json')).toEqual({ passed: 0, failed: 1 })
})
