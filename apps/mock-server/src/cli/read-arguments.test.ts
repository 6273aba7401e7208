import { describe, expect, it } from 'vitest'
import { readArguments } from './read-arguments.ts'

const defaults = {
  port: 4010,
  host: '127.0.0.1',
  key: 'mock-key',
  panelKey: 'mock-panel',
  funds: '1000',
  seed: undefined,
  catalogues: [],
  stateFile: undefined,
  fixtureFile: undefined,
  behaviour: 'timed',
  latency: undefined,
  panelDialect: 'plain',
  clock: undefined,
  allowedHosts: [],
  portFile: undefined,
  isStrict: false,
  isJson: false,
  isQuiet: false,
}
const defaultKeys = { key: 'mock-key', panelKey: 'mock-panel' }

describe('the arguments of orderwright-mock', () => {
  it.each([
    [[], {}],
    [['--port', '0'], { port: 0 }],
    [['--port=65535'], { port: 65_535 }],
    [['--host', '::1'], { host: '::1' }],
    [['--key', 'mine'], { key: 'mine' }],
    [['--panel-key', 'mine'], { panelKey: 'mine' }],
    [['--funds', '34.21'], { funds: '34.21' }],
    [['--seed', 'one'], { seed: 'one' }],
    [['--catalogue', 'a.json'], { catalogues: ['a.json'] }],
    [['--catalogue', 'a.json', '--catalogue=b.json'], { catalogues: ['a.json', 'b.json'] }],
    [['--state', 'mock.json'], { stateFile: 'mock.json' }],
    [['--fixture', 'bad-day.json'], { fixtureFile: 'bad-day.json' }],
    [['--behaviour', 'polls: 3'], { behaviour: 'polls: 3' }],
    [['--latency', '200ms'], { latency: '200ms' }],
    [['--dialect', 'laravel'], { panelDialect: 'laravel' }],
    [['--clock', 'held'], { clock: { isHeld: true } }],
    [['--clock', '60x'], { clock: { rate: 60 } }],
    [['--clock', '0.5x'], { clock: { rate: 0.5 } }],
    [['--clock', '1x'], {}],
    [['--allow-host', 'mock.test', '--allow-host=mock'], { allowedHosts: ['mock.test', 'mock'] }],
    [['--port-file', 'mock.port'], { portFile: 'mock.port' }],
    [['--json'], { isJson: true }],
    [['--strict'], { isStrict: true }],
    [['--quiet'], { isQuiet: true }],
    [['-q'], { isQuiet: true }],
  ])('%j serve', (args, options) => {
    expect(readArguments(args, defaultKeys)).toEqual({ kind: 'serve', options: { ...defaults, ...options } })
  })

  it.each([
    [['--help'], 'help'],
    [['-h', '--port', 'x'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
  ])('%j ask for %s', (args, kind) => {
    expect(readArguments(args, defaultKeys)).toEqual({ kind })
  })

  it.each([
    [['--port', 'x'], "--port takes a number from 0 to 65535 (0 finds a free one), not 'x'."],
    [['--port', '65536'], "--port takes a number from 0 to 65535 (0 finds a free one), not '65536'."],
    [['--port', ''], "--port takes a number from 0 to 65535 (0 finds a free one), not ''."],
    [['--funds', 'much'], "--funds takes an amount in plain digits such as 34.21, not 'much'."],
    [['--key', ' '], '--key and --panel-key take two different texts that are not blank: invent them.'],
    [['--panel-key', ''], '--key and --panel-key take two different texts that are not blank: invent them.'],
    [
      ['--key=a', '--panel-key=a'],
      '--key and --panel-key take two different texts that are not blank: invent them.',
    ],
    [['--host', ''], '--host takes an address such as 127.0.0.1, not a blank.'],
    [
      ['--catalogue', ''],
      '--catalogue, --state, --fixture and --port-file take the path of a file, not a blank.',
    ],
    [['--state='], '--catalogue, --state, --fixture and --port-file take the path of a file, not a blank.'],
    [['--fixture='], '--catalogue, --state, --fixture and --port-file take the path of a file, not a blank.'],
    [['--dialect', 'klingon'], "--dialect takes one of plain, keys, message, laravel, not 'klingon'."],
    [['--latency', 'slow'], "--latency takes a duration such as '200ms' or '1.5s', not 'slow'."],
    [
      ['--behaviour', 'slow'],
      "--behaviour takes a behaviour such as 'immediate', 'polls: 3' or 'partial at 40 %', not 'slow'.",
    ],
    [['--clock', '0x'], "--clock takes 'held', or how fast it runs such as '60x', not '0x'."],
    [['--clock', 'fast'], "--clock takes 'held', or how fast it runs such as '60x', not 'fast'."],
    [['--strict=1'], "Option '--strict' does not take an argument."],
    [['--speed', '3'], "Unknown option '--speed'."],
    [['4010'], "Unexpected argument '4010'."],
    [['--port'], "Option '--port <value>' argument missing."],
  ])('%j cannot be used, in one sentence', (args, reason) => {
    expect(readArguments(args, defaultKeys)).toEqual({
      kind: 'misuse',
      sentence: `${reason} See orderwright-mock --help.`,
    })
  })
})
