import { parseArgs } from 'node:util'
import { diffCommand } from './diff-command.ts'
import { lintCommand } from './lint-command.ts'
import { quoteCommand } from './quote-command.ts'
import { CommandError } from './read-catalogue.ts'

/** What a command may do to the world outside. */
export interface CommandWorld {
  readonly readFile: (path: string) => string
  /** Reads the standard input to its end. */
  readonly readInput: () => Promise<string>
  readonly write: (line: string) => void
  /** Writes a line to the standard error. */
  readonly complain: (line: string) => void
  /** Colours words, if the output is a terminal that shows colours. */
  readonly style: (format: 'red' | 'green' | 'yellow' | 'bold' | 'dim', words: string) => string
}

/** What stands on the command line behind the name of the command. */
export interface CommandOptions {
  readonly files: readonly string[]
  readonly values: CommandValues
}

interface CommandValues {
  readonly upstream?: string | undefined
  readonly json: boolean
  readonly help: boolean
  readonly service?: string | undefined
  readonly quantity?: string | undefined
  /** Each as `name=value`. */
  readonly param: readonly string[]
  readonly drip: boolean
}

/** 0: nothing found, or the order has a price. 1: problems, differences or issues. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2

const commands: Readonly<
  Record<string, (options: CommandOptions, world: CommandWorld) => Promise<ExitCode>>
> = {
  lint: lintCommand,
  diff: diffCommand,
  quote: quoteCommand,
}

const help = `orderwright: questions about a saved catalogue, the answer of a QQTube v1 or v2 panel "services" request

  orderwright lint services.json             what is wrong or odd in it
  orderwright diff old.json new.json         which services came, went and changed
  orderwright quote services.json --service 6 --quantity 1500 [--param minutes=30 …] [--drip]
                                             what an order costs, step by step, or what is wrong with it

A file named - is the standard input.

  --upstream qqtube|panel   the API that the catalogue is from; without it, the first row tells
  --json                    print JSON
  --help                    print this

Exit code: 0 if nothing was found or the order has a price, 1 if there are problems, differences or issues, 2 if the command could not
be carried out.`

/** Carries out a command line. It never throws: what could not be done is a sentence on the standard error, and exit code 2. */
export async function run(args: readonly string[], world: CommandWorld): Promise<ExitCode> {
  try {
    const { values, positionals } = parse(args)
    const [name, ...files] = positionals
    if (values.help || name === undefined) {
      if (!values.help)
        throw new CommandError('which command? One of lint, diff and quote; --help tells more')
      world.write(help)
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) {
      throw new CommandError(`unknown command '${name}': there are lint, diff and quote; --help tells more`)
    }
    return await command({ files, values }, world)
  } catch (error) {
    if (!isToldToUsers(error)) throw error
    world.complain(`orderwright: ${error.message}`)
    return 2
  }
}

function parse(args: readonly string[]): {
  readonly values: CommandValues
  readonly positionals: readonly string[]
} {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      upstream: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
      service: { type: 'string' },
      quantity: { type: 'string' },
      param: { type: 'string', multiple: true, default: [] },
      drip: { type: 'boolean', default: false },
    },
  })
}

/** Returns whether an error says what was wrong with the command line or its files. */
function isToldToUsers(error: unknown): error is Error {
  if (error instanceof CommandError) return true
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
