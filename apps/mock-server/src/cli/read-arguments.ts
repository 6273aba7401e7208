import { parseArgs } from 'node:util'
import { type PanelDialect, panelDialectNames } from '../apis/panel/dialects.ts'
import type { ClockOptions } from '../clock/clock.ts'
import { type Duration, isDuration } from '../clock/duration.ts'
import { type BehaviourText, isBehaviourText } from '../simulator/behaviour.ts'

export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly key: string
  readonly panelKey: string
  readonly funds: string
  readonly seed: string | undefined
  /** Paths of saved services answers. */
  readonly catalogues: readonly string[]
  readonly stateFile: string | undefined
  /** The path of a JSON file. */
  readonly fixtureFile: string | undefined
  readonly behaviour: BehaviourText
  readonly latency: Duration | undefined
  readonly panelDialect: PanelDialect
  /** Absent for a clock that runs like the wall's. */
  readonly clock: ClockOptions | undefined
  /** Names beside the loopback ones by which it may be controlled. */
  readonly allowedHosts: readonly string[]
  /** Where the port is written once it listens. */
  readonly portFile: string | undefined
  readonly isStrict: boolean
  /** Whether it prints JSON, a line for each object. */
  readonly isJson: boolean
  readonly isQuiet: boolean
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
        seed: { type: 'string' },
        catalogue: { type: 'string', multiple: true, default: [] },
        state: { type: 'string' },
        fixture: { type: 'string' },
        behaviour: { type: 'string', default: 'timed' },
        latency: { type: 'string' },
        dialect: { type: 'string', default: 'plain' },
        clock: { type: 'string', default: '1x' },
        'allow-host': { type: 'string', multiple: true, default: [] },
        'port-file': { type: 'string' },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        quiet: { type: 'boolean', short: 'q', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    const {
      host,
      key,
      'panel-key': panelKey,
      funds,
      seed,
      catalogue: catalogues,
      state: stateFile,
      fixture: fixtureFile,
      behaviour,
      latency,
    } = values
    const { 'allow-host': allowedHosts, 'port-file': portFile } = values
    const { strict: isStrict, json: isJson, quiet: isQuiet } = values
    const paths = { catalogues, stateFile, fixtureFile, portFile, allowedHosts }
    const rest = { host, key, panelKey, funds, seed, ...paths, behaviour, latency, isStrict, isJson, isQuiet }
    return serve(values.port, values.clock, values.dialect, rest)
  } catch (error) {
    return misuse(error instanceof Error ? firstSentence(error.message) : 'The arguments cannot be read.')
  }
}

/** Options that are read before they are judged. */
interface GivenOptions
  extends Omit<CommandOptions, 'port' | 'clock' | 'panelDialect' | 'behaviour' | 'latency'> {
  readonly behaviour: string
  readonly latency: string | undefined
}

function serve(portText: string, clockText: string, dialectText: string, rest: GivenOptions): Command {
  const { host, key, panelKey, funds, behaviour, latency } = rest
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
  if ([...rest.catalogues, rest.stateFile, rest.fixtureFile, rest.portFile].includes('')) {
    return misuse('--catalogue, --state, --fixture and --port-file take the path of a file, not a blank.')
  }
  if (!isBehaviourText(behaviour)) {
    return misuse(
      `--behaviour takes a behaviour such as 'immediate', 'polls: 3' or 'partial at 40 %', not '${behaviour}'.`,
    )
  }
  if (latency !== undefined && !isDuration(latency)) {
    return misuse(`--latency takes a duration such as '200ms' or '1.5s', not '${latency}'.`)
  }
  const panelDialect = panelDialectNames.find(name => name === dialectText)
  if (panelDialect === undefined) {
    return misuse(`--dialect takes one of ${panelDialectNames.join(', ')}, not '${dialectText}'.`)
  }
  const clock = readClock(clockText)
  if (clock === undefined) {
    return misuse(`--clock takes 'held', or how fast it runs such as '60x', not '${clockText}'.`)
  }
  return {
    kind: 'serve',
    options: {
      ...rest,
      port,
      panelDialect,
      behaviour,
      latency,
      clock: clockText === '1x' ? undefined : clock,
    },
  }
}

function readClock(text: string): ClockOptions | undefined {
  if (text === 'held') return { isHeld: true }
  const [, rate = '0'] = /^(\d{1,9}(?:\.\d{1,9})?)x$/.exec(text) ?? []
  return Number(rate) > 0 ? { rate: Number(rate) } : undefined
}

function misuse(reason: string): Command {
  return { kind: 'misuse', sentence: `${reason} See orderwright-mock --help.` }
}

/** Node adds advice about `--` that does not apply here. */
function firstSentence(message: string): string {
  return `${message.split(/\.(?=\s|$)/, 1)[0] ?? message}.`
}
