import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const rows = [{ service: 7, name: 'Votes', type: 'Poll', rate: '0,90', min: 50, max: 9000 }]

/** Runs the command as a shell does, with a catalogue on its standard input. */
function play(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const command = [
    '--conditions=@orderwright/source',
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'main.ts'),
  ]
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    input: JSON.stringify(rows),
    encoding: 'utf8',
    env: { ...inherited, ...environment },
  })
  return { status, stdout, stderr }
}

test('the program reads its input, and colours nothing that goes into a file', () => {
  const { status, stdout, stderr } = play(['lint', '-'], {})
  expect([status, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^no_usable_tier Service 7, rate: .*\nsuspicious_number .*\n2 problems\n$/)
})

test('colours are forced and forbidden by the environment', () => {
  const colour = '\u001b['
  expect(play(['lint', '-'], { FORCE_COLOR: '1' }).stdout).toContain(colour)
  expect(play(['lint', '-'], { NO_COLOR: '1' }).stdout).not.toContain(colour)
})

test('what is wrong with a command line goes to the standard error', () => {
  const { status, stdout, stderr } = play(['lint', 'absent.json'], {})
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^orderwright: cannot read absent\.json: ENOENT.*\n$/)
})
