import { expect, test } from 'vitest'
import { runSteps } from './run-steps.ts'
import type { Step } from './step.ts'

const step = (name: string, passed: number, failed: number, details = ''): Step => ({
  name,
  run: async () => ({ passed, failed, details }),
})

test('the counts of all steps are summed, and each has its line', async () => {
  const lines: string[] = []
  const total = await runSteps([step('one', 3, 0, 'quiet'), step('two', 4, 0)], line => lines.push(line))
  expect(total).toEqual({ passed: 7, failed: 0 })
  expect(lines.map(line => line.replace(/[\d.]+ s$/, 's').replaceAll(/ +/g, ' '))).toEqual([
    '✓ one 3 passed s',
    '✓ two 4 passed s',
  ])
})

test('a failure shows its details and stops nothing', async () => {
  const lines: string[] = []
  const total = await runSteps([step('one', 3, 2, 'why\nhow'), step('two', 4, 0)], line => lines.push(line))
  expect(total).toEqual({ passed: 7, failed: 2 })
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^✗ one +3 passed, 2 failed/)
  expect(lines[1]).toBe('    why\n    how')
})

test('a step of which nothing ran has failed', async () => {
  expect(await runSteps([step('one', 0, 0)], () => undefined)).toEqual({ passed: 0, failed: 1 })
})
