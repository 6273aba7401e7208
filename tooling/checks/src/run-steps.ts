import { add, type Counts, none } from './counts.ts'
import type { Step } from './step.ts'

/** Runs each step, whatever became of the one before, and says one line of it; details only of what failed. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<Counts> {
  let total = none
  for (const step of steps) {
    const start = performance.now()
    const result = await step.run()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const isGood = result.failed === 0 && result.passed > 0
    const counts = isGood ? `${result.passed} passed` : `${result.passed} passed, ${result.failed} failed`
    say(`${isGood ? '✓' : '✗'} ${step.name.padEnd(24)} ${counts.padEnd(28)} ${seconds.padStart(6)} s`)
    if (!isGood) say(indent(result.details))
    total = add(total, { passed: result.passed, failed: isGood ? 0 : Math.max(1, result.failed) })
  }
  return total
}

function indent(text: string): string {
  return text.trim().replaceAll(/^/gm, '    ')
}
