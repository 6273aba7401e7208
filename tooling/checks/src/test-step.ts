import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { add, type Counts, none } from './counts.ts'
import { readReport } from './read-report.ts'
import { relevantLines } from './relevant-lines.ts'
import { runCommand } from './run-command.ts'
import type { Step } from './step.ts'
import { turboFlags } from './turbo-flags.ts'
import { type WorkspacePackage, workspacePackages } from './workspace-packages.ts'

/** A Vitest task of turbo: counts the tests of every package that has it, those that turbo took from its cache too. */
export function testStep(name: string, task: string, root: string, turboArgs: readonly string[] = []): Step {
  return {
    name,
    run: async () => {
      const packages = workspacePackages(root).filter(({ scripts }) => scripts.includes(task))
      const reports = packages.map(({ folder }) =>
        join(root, folder, '.reports', `${task.replace(':', '-')}.json`),
      )
      // A report of an earlier run must not speak for a task that dies before it writes its own.
      await Promise.all(reports.map(file => rm(file, { force: true })))
      const command = ['turbo', 'run', task, ...turboFlags, ...turboArgs]
      const { succeeded, output } = await runCommand(command, root)
      const counts = await Promise.all(reports.map(readReport))
      const total = counts.reduce(add, none)
      const failed = succeeded ? total.failed : Math.max(1, total.failed)
      return {
        passed: total.passed,
        failed,
        details: `${relevantLines(output)}\n${silent(packages, counts)}`,
      }
    },
  }
}

/** Names the packages of which nothing ran: their own output may say nothing of it. */
function silent(packages: readonly WorkspacePackage[], counts: readonly Counts[]): string {
  return packages
    .filter((_, index) => counts[index]?.passed === 0)
    .map(({ name }) => `${name}: no test passed.`)
    .join('\n')
}
