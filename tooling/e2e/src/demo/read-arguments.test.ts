import { expect, test } from 'vitest'
import { hasDisplay, readArguments } from './read-arguments.ts'

test.each([
  [[], true, { headless: false, port: 4010 }],
  [[], false, { headless: true, port: 4010 }],
  [['--headless'], true, { headless: true, port: 4010 }],
  [['--port', '0'], true, { headless: false, port: 0 }],
  [['--port=65535'], true, { headless: false, port: 65_535 }],
])('%j with a display %s is %j', (args, display, options) => {
  expect(readArguments(args, display)).toEqual({ kind: 'play', options })
})

test.each(['65536', '-1', '40x', '', '1e3'])('the port %j is refused in one sentence', port => {
  expect(readArguments([`--port=${port}`], true)).toEqual({
    kind: 'misuse',
    sentence: `--port takes a number from 0 to 65535, and "${port}" is none.`,
  })
})

test('an unknown option is named', () => {
  expect(readArguments(['--fast'], true)).toMatchObject({
    kind: 'misuse',
    sentence: expect.stringMatching(/--fast.*npm start -- --help/),
  })
})

test('help is help, whatever else is asked', () => {
  expect(readArguments(['-h', '--port', 'x'], true)).toEqual({ kind: 'help' })
})

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: '' }, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true],
])('with %j on %s a window would be seen: %s', (env, platform, seen) => {
  expect(hasDisplay(env, platform)).toBe(seen)
})
