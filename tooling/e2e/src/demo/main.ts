import { StageError } from '../stage/start-upstream.ts'
import { DemoError } from './narrate.ts'
import { play } from './play.ts'
import { type DemoOptions, hasDisplay, help, readArguments } from './read-arguments.ts'
import { show } from './show.ts'

const read = readArguments(process.argv.slice(2), hasDisplay(process.env, process.platform))
switch (read.kind) {
  case 'help':
    console.log(help)
    break
  case 'misuse':
    console.error(read.sentence)
    process.exitCode = 2
    break
  case 'play':
    process.exitCode = await run(read.options)
}

async function run(options: DemoOptions): Promise<number> {
  const say = (line: string): void => console.log(line)
  try {
    await (options.headless ? play(options.port, say) : show(options.port, say))
    return 0
  } catch (error) {
    if (!(error instanceof DemoError || error instanceof StageError)) throw error
    console.error(error.message)
    return 1
  }
}
