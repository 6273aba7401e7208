import { relevantLines } from './relevant-lines.ts'
import { runCommand } from './run-command.ts'
import type { Step } from './step.ts'

/** A command that counts as one check: it holds where it exits with 0. */
export function commandStep(name: string, command: readonly string[], root: string): Step {
  return {
    name,
    run: async () => {
      const { succeeded, output } = await runCommand(command, root)
      return succeeded
        ? { passed: 1, failed: 0, details: '' }
        : { passed: 0, failed: 1, details: relevantLines(output) }
    },
  }
}
