import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Counts } from './counts.ts'

const report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
})

/**
 * The counts of one JSON report of Vitest. A file that could not be loaded has no test to fail, so a run without success
 * counts as one failure at least; a report that is missing or unreadable counts as one as well.
 */
export async function readReport(file: string): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), report), text)
  if (!parsed.success) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, success } = parsed.output
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) }
}
