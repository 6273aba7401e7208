import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { ask, order } from '../../test/ask.ts'
import { createMockServer } from '../server.ts'
import { lockFile } from './lock-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-lock-'))
let files = 0

afterAll(() => rm(folder, { recursive: true }))

function newFile(): string {
  files += 1
  return join(folder, `state-${files}.jsonl`)
}

/** A lock of a process that has ended. */
function deadLock(path: string, change: object = {}): string {
  const pid = Number(execFileSync(process.execPath, ['--print', 'process.pid'], { encoding: 'utf8' }))
  const text = JSON.stringify({ host: hostname(), pid, ...change })
  writeFileSync(`${path}.lock`, text)
  return text
}

describe('the lock of a state file', () => {
  it('refuses a second server, names the file, and leaves the first alone', async () => {
    const stateFile = newFile()
    await using first = await createMockServer({ stateFile })
    await expect(createMockServer({ stateFile })).rejects.toThrow(
      `${stateFile} is in use by another server, process ${process.pid} on ${hostname()}: end it, or give another state file`,
    )
    await ask(first, 'POST', order)
    expect(readFileSync(stateFile, 'utf8')).toContain('123456')
  })

  it('is given back by a server that closes, and by one that could not start', async () => {
    const stateFile = newFile()
    const first = await createMockServer({ stateFile })
    const port = Number(new URL(first.url).port)
    const other = newFile()
    await expect(createMockServer({ stateFile: other, port })).rejects.toThrow('EADDRINUSE')
    await first.close()
    expect([stateFile, other].map(file => existsSync(`${file}.lock`))).toEqual([false, false])
    writeFileSync(other, 'x\n')
    await expect(createMockServer({ stateFile: other })).rejects.toThrow('is no state file')
    expect(existsSync(`${other}.lock`)).toBe(false)
    await using again = await createMockServer({ stateFile })
    expect(again.url).toMatch(/^http/)
  })

  it('of a process that was killed does not bar the next', async () => {
    const stateFile = newFile()
    const program = `const { createMockServer } = await import('./src/index.ts')
      await createMockServer({ stateFile: ${JSON.stringify(stateFile)} })
      console.log('ready')`
    const child = spawn(
      process.execPath,
      ['--conditions=@orderwright/source', '--input-type=module-typescript', '--eval', program],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    await expect(createMockServer({ stateFile })).rejects.toThrow(`process ${child.pid} on`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(`${stateFile}.lock`)).toBe(true)
    await using server = await createMockServer({ stateFile })
    expect((await ask(server, 'POST', order)).body).toMatchObject({ status: 'success' })
  })

  it('that is dead goes to one of several that start at once', async () => {
    const path = newFile()
    deadLock(path)
    const program = `const { lockFile } = await import('./src/persistence/lock-file.ts')
      process.stdin.once('data', () => {
        try {
          lockFile(${JSON.stringify(path)})
          process.stdout.write('has it')
        } catch (error) {
          process.stdout.write(error.message)
        }
      })
      process.stdout.write('ready')`
    const args = ['--input-type=module-typescript', '--eval', program]
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, args, { cwd: fileURLToPath(new URL('../..', import.meta.url)) }),
    )
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
    for (const { stdin } of children) stdin.write('now')
    const answers = await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
    for (const child of children) child.kill()
    await Promise.all(children.map(child => once(child, 'exit')))
    const refused = answers.map(String).filter(text => text !== 'has it')
    expect(refused).toHaveLength(3)
    for (const text of refused) expect(text).toContain('is in use by another server')
  })

  it('of an earlier process of the same number bars nobody', () => {
    const path = newFile()
    deadLock(path, { pid: process.pid, startedAt: '1' })
    // Where the system does not tell when a process began, it takes a while.
    if (process.platform !== 'linux') utimesSync(`${path}.lock`, 0, 0)
    lockFile(path)()
  })

  it.each([
    ['of another machine', { host: 'elsewhere' }],
    ['that is half written', { pid: 'none' }],
  ])('%s bars the next for as long as it was touched lately', (_, change) => {
    const path = newFile()
    const text = deadLock(path, change)
    expect(() => lockFile(path)).toThrow(/is in use by another server/)
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(text)
    const longAgo = new Date(Date.now() - 11_000)
    utimesSync(`${path}.lock`, longAgo, longAgo)
    lockFile(path)()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('that another has taken over is not given back by the one that had it', () => {
    const path = newFile()
    const unlock = lockFile(path)
    writeFileSync(`${path}.lock`, 'another')
    unlock()
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe('another')
  })

  it('is told where it cannot be written', () => {
    expect(() => lockFile(join(folder, 'none', 'state.jsonl'))).toThrow(
      /cannot be written: give a state file in/,
    )
  })
})
