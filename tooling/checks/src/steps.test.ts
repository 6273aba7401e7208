import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { commandStep, runStages, type Step, testStep } from './steps.ts'

describe('steps', () => {
  const step = (name: string, passed: number, failed: number, details = ''): Step => ({
    name,
    run: async () => ({ passed, failed, details }),
  })

  test('are summed, and each has its line', async () => {
    const lines: string[] = []
    const total = await runStages([[[step('one', 3, 0, 'quiet'), step('two', 4, 0)]]], line =>
      lines.push(line),
    )
    expect(total).toEqual({ passed: 7, failed: 0 })
    expect(lines.map(line => line.replace(/[\d.]+ s$/, 's').replaceAll(/ +/g, ' '))).toEqual([
      '✓ one 3 passed s',
      '✓ two 4 passed s',
    ])
  })

  test('go on after a failure, which shows its details', async () => {
    const lines: string[] = []
    const total = await runStages([[[step('one', 3, 2, 'why\nhow')]], [[step('two', 4, 0)]]], line =>
      lines.push(line),
    )
    expect(total).toEqual({ passed: 7, failed: 2 })
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^✗ one +3 passed, 2 failed/)
    expect(lines[1]).toBe('    why\n    how')
  })

  test('of two lanes run side by side, those of a lane in turn, and a stage after the one before', async () => {
    const events: string[] = []
    let release = (): void => undefined
    const released = new Promise<void>(resolve => {
      release = resolve
    })
    const noted = (name: string, task?: () => Promise<void> | void): Step => ({
      name,
      run: async () => {
        events.push(name)
        await task?.()
        events.push(`${name} ended`)
        return { passed: 1, failed: 0, details: '' }
      },
    })
    const waits = noted('waits', () => released)
    const total = await runStages(
      [[[waits], [noted('first'), noted('second', () => release())]], [[noted('last')]]],
      () => undefined,
    )
    expect(total).toEqual({ passed: 4, failed: 0 })
    expect(events.filter(event => !event.startsWith('waits'))).toEqual([
      ...['first', 'first ended', 'second', 'second ended', 'last', 'last ended'],
    ])
    expect(events.indexOf('waits ended')).toBeGreaterThan(events.indexOf('first ended'))
    expect(events.indexOf('waits ended')).toBeLessThan(events.indexOf('last'))
  })

  test('fail if nothing ran in them', async () => {
    expect(await runStages([[[step('one', 0, 0)]]], () => undefined)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('a step of a turbo task', () => {
  let root: string

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'orderwright-step-'))
    for (const name of ['one', 'two']) {
      await mkdir(join(root, 'packages', name), { recursive: true })
      const manifest = `{ "name": "${name}", "scripts": { "test": "run" } }`
      await writeFile(join(root, 'packages', name, 'package.json'), manifest)
    }
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(root, { recursive: true })
  })

  /** Runs the step with a turbo on `PATH` that writes these lines. */
  async function run(lines: readonly string[], code: 0 | 1) {
    const program = join(root, 'bin/turbo')
    await mkdir(join(root, 'bin'))
    await writeFile(program, `#!/bin/sh\n${lines.map(line => `echo '${line}'`).join('\n')}\nexit ${code}\n`)
    await chmod(program, 0o755)
    vi.stubEnv('PATH', join(root, 'bin'))
    return testStep('tests', 'test', root).run()
  }

  test('adds up what each package closes with', async () => {
    const counts = await run(['  3 passed, 9 failed', '5 passed, 0 failed', '2 passed, 0 failed'], 0)
    expect(counts).toMatchObject({ passed: 7, failed: 0 })
  })

  test('fails if a package says nothing', async () => {
    expect(await run(['5 passed, 0 failed'], 0)).toMatchObject({ passed: 5, failed: 1 })
  })

  test('fails if a package passed nothing', async () => {
    expect(await run(['5 passed, 0 failed', '0 passed, 0 failed'], 0)).toMatchObject({ passed: 5, failed: 1 })
  })

  test('fails if turbo fails, whatever was counted', async () => {
    const counts = await run(['5 passed, 0 failed', '2 passed, 0 failed'], 1)
    expect(counts).toMatchObject({ passed: 7, failed: 1 })
  })

  test('shows what failed without colours and without what went well or was begun', async () => {
    const coloured = '   \u001B[31m×\u001B[39m a price that is wrong'
    const { details } = await run(
      ['one:test: cache miss', '$ vitest', ' ✓ a price that is right', coloured],
      1,
    )
    expect(details).toBe('   × a price that is wrong\n2 of 2 packages passed no test.')
  })
})

test.each([
  ['true', { passed: 1, failed: 0 }],
  ['false', { passed: 0, failed: 1 }],
])('a command that ends as %s does counts as one check', async (command, counts) => {
  expect(await commandStep('one', [command], tmpdir()).run()).toMatchObject(counts)
})
