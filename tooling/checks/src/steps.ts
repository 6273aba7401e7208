import { stripVTControlCharacters } from 'node:util'
import { runCommand } from './run-command.ts'
import { workspacePackages } from './workspace-packages.ts'

/** How many checks held and how many did not. */
interface Counts {
  readonly passed: number
  readonly failed: number
}

/** One line of `npm test`. */
export interface Step {
  readonly name: string
  run(): Promise<Counts & { /** What a person needs who mends it. */ readonly details: string }>
}

/** Steps that run one after the other. */
export type Lane = readonly Step[]

/**
 * Runs the stages one after the other, the lanes of each side by side: a step that waits, or that has work for one core
 * alone, leaves the rest of the machine to another. Goes on whatever became of a step, and says one line of each as it
 * ends; details only of what failed.
 */
export async function runStages(
  stages: readonly (readonly Lane[])[],
  say: (line: string) => void,
): Promise<Counts> {
  let total: Counts = { passed: 0, failed: 0 }
  for (const lanes of stages)
    total = sum([total, ...(await Promise.all(lanes.map(lane => runLane(lane, say))))])
  return total
}

async function runLane(lane: Lane, say: (line: string) => void): Promise<Counts> {
  let total: Counts = { passed: 0, failed: 0 }
  for (const step of lane) total = sum([total, await runStep(step, say)])
  return total
}

async function runStep(step: Step, say: (line: string) => void): Promise<Counts> {
  const start = performance.now()
  const result = await step.run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const isGood = result.failed === 0 && result.passed > 0
  const counts = isGood ? `${result.passed} passed` : `${result.passed} passed, ${result.failed} failed`
  say(`${isGood ? '✓' : '✗'} ${step.name.padEnd(24)} ${counts.padEnd(28)} ${seconds.padStart(6)} s`)
  if (!isGood) say(result.details.trim().replaceAll(/^/gm, '    '))
  return { passed: result.passed, failed: isGood ? 0 : Math.max(1, result.failed) }
}

function sum(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}

/** Returns a step that counts as one check: it holds if the command exits with 0. */
export function commandStep(name: string, command: readonly string[], root: string): Step {
  return {
    name,
    run: async () => {
      const { succeeded, output } = await runCommand(command, root)
      return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, details: relevantLines(output) }
    },
  }
}

/** Returns a step that runs a task of turbo in every package that has it; turbo repeats what has not changed from its cache. */
export function turboStep(name: string, task: string, root: string): Step {
  return commandStep(name, ['turbo', 'run', task, ...turboFlags, '--output-logs=errors-only'], root)
}

/**
 * Returns a step that runs a Vitest task of turbo and adds up the lines that each run closes with, those too that turbo
 * took from its cache. A package whose run ended without such a line counts as a failure.
 */
export function testStep(name: string, task: string, root: string, turboArgs: readonly string[] = []): Step {
  return {
    name,
    run: async () => {
      const command = ['turbo', 'run', task, ...turboFlags, '--output-logs=full', ...turboArgs]
      const { succeeded, output } = await runCommand(command, root)
      const closings = [...stripVTControlCharacters(output).matchAll(/^(\d+) passed, (\d+) failed$/gm)]
      const sum = (group: number): number =>
        closings.reduce((total, closing) => total + Number(closing[group]), 0)
      const packages = workspacePackages(root).filter(({ scripts }) => scripts.includes(task))
      const silent = packages.length - closings.filter(([, passed]) => passed !== '0').length
      const failed = sum(2) + Math.max(0, silent)
      return {
        passed: sum(1),
        failed: succeeded ? failed : Math.max(1, failed),
        details: `${relevantLines(output)}${silent > 0 ? `\n${silent} of ${packages.length} packages passed no test.` : ''}`,
      }
    },
  }
}

/** Every task gets its turn, and its lines stand as it wrote them. */
const turboFlags = ['--continue=always', '--log-prefix=none'] as const

/** Lines that say of a task that it went well, or that it was begun. */
const noise = [
  /^\s*✓/,
  /^\s*• /,
  /^\s*$/,
  /: cache (miss|hit|bypass)/,
  /^\$ /,
  /^\s*(RUN|Start at|Duration|Isolate)/,
  /at least ~.*faster with isolate/,
]

/** Returns what is left of the output of turbo and Vitest for a person who mends a failure, without colours. */
function relevantLines(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines.filter(line => !noise.some(pattern => pattern.test(line))).join('\n')
}
