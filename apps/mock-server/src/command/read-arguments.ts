import { parseArgs } from 'node:util'

export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly key: string
  readonly funds: string
}

export type Command =
  | { readonly kind: 'serve'; readonly options: CommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** The arguments cannot be used; one sentence says what to do. */
  | { readonly kind: 'misuse'; readonly sentence: string }

/** What a person wants who typed these arguments. */
export function readArguments(args: readonly string[], defaultKey: string): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        key: { type: 'string', default: defaultKey },
        funds: { type: 'string', default: '1000' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    return serve(values.port, values.host, values.key, values.funds)
  } catch (error) {
    return misuse(error instanceof Error ? firstSentence(error.message) : 'The arguments cannot be read.')
  }
}

function serve(portText: string, host: string, key: string, funds: string): Command {
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) {
    return misuse(`--port takes a number from 0 to 65535 (0 finds a free one), not '${portText}'.`)
  }
  if (!/^\d+(\.\d+)?$/.test(funds)) {
    return misuse(`--funds takes an amount in plain digits such as 34.21, not '${funds}'.`)
  }
  if (key.trim() === '') return misuse('--key takes a text that is not blank: invent one.')
  if (host.trim() === '') return misuse('--host takes an address such as 127.0.0.1, not a blank.')
  return { kind: 'serve', options: { port, host, key, funds } }
}

function misuse(reason: string): Command {
  return { kind: 'misuse', sentence: `${reason} See orderwright-mock --help.` }
}

/** Node adds advice about `--` that does not apply here. */
function firstSentence(message: string): string {
  return `${message.split(/\.(?=\s|$)/, 1)[0] ?? message}.`
}
