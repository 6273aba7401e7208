import { lintServices } from '../lint/lint-services.ts'
import { describeProblem } from '../messages/en.ts'
import { plain } from './plain.ts'
import { readCatalogues } from './read-catalogue.ts'
import type { CommandOptions, CommandWorld, ExitCode } from './run.ts'

/** Prints what is wrong or odd in a catalogue, a problem a line. */
export async function lintCommand(options: CommandOptions, world: CommandWorld): Promise<ExitCode> {
  const problems = (await readCatalogues(options, 1, world)).flatMap(({ upstream, body }) =>
    lintServices(upstream, body),
  )
  if (options.values.json) {
    const told = problems.map(problem => ({ ...problem, sentence: describeProblem(problem) }))
    world.write(JSON.stringify({ problems: told }, undefined, 2))
  } else {
    for (const problem of problems) {
      const code = world.style(problem.isFatal ? 'red' : 'yellow', problem.code)
      world.write(`${code} ${plain(describeProblem(problem))}`)
    }
    world.write(world.style('bold', problems.length === 1 ? '1 problem' : `${problems.length} problems`))
  }
  return problems.length === 0 ? 0 : 1
}
