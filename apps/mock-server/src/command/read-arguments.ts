import { parseArgs } from 'node:util'

export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly key: string
  readonly panelKey: string
  readonly funds: string
}

export type DefaultKeys = Pick<CommandOptions, 'key' | 'panelKey'>

export type Command =
  | { readonly kind: 'serve'; readonly options: CommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** The arguments cannot be used; one sentence says what to do. */
  | { readonly kind: 'misuse'; readonly sentence: string }

/** What a person wants who typed these arguments. */
export function readArguments(args: readonly string[], defaults: DefaultKeys): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        key: { type: 'string', default: defaults.key },
        'panel-key': { type: 'string', default: defaults.panelKey },
        funds: { type: 'string', default: '1000' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    const { port, host, key, 'panel-key': panelKey, funds } = values
    return serve(port, { host, key, panelKey, funds })
  } catch (error) {
    return misuse(error instanceof Error ? firstSentence(error.message) : 'The arguments cannot be read.')
  }
}

function serve(portText: string, rest: Omit<CommandOptions, 'port'>): Command {
  const { host, key, panelKey, funds } = rest
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) {
    return misuse(`--port takes a number from 0 to 65535 (0 finds a free one), not '${portText}'.`)
  }
  if (!/^\d+(\.\d+)?$/.test(funds)) {
    return misuse(`--funds takes an amount in plain digits such as 34.21, not '${funds}'.`)
  }
  if (key.trim() === '' || panelKey.trim() === '' || key === panelKey) {
    return misuse('--key and --panel-key take two different texts that are not blank: invent them.')
  }
  if (host.trim() === '') return misuse('--host takes an address such as 127.0.0.1, not a blank.')
  return { kind: 'serve', options: { port, ...rest } }
}

function misuse(reason: string): Command {
  return { kind: 'misuse', sentence: `${reason} See orderwright-mock --help.` }
}

/** Node adds advice about `--` that does not apply here. */
function firstSentence(message: string): string {
  return `${message.split(/\.(?=\s|$)/, 1)[0] ?? message}.`
}
