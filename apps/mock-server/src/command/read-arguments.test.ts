import { describe, expect, it } from 'vitest'
import { readArguments } from './read-arguments.ts'

const defaults = { port: 4010, host: '127.0.0.1', key: 'mock-key', panelKey: 'mock-panel', funds: '1000' }
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
