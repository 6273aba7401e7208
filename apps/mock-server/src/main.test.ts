import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { createMockServer } from './create-mock-server.ts'
import { qqtubeServices } from './samples/qqtube-services.ts'

interface Run {
  /** Settles with the first line. */
  readonly firstLine: Promise<string>
  /** Settles when the command has ended. */
  readonly ended: Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }>
  stop(): void
}

function run(...args: readonly string[]): Run {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@orderwright/source', main, ...args])
  let stdout = ''
  let stderr = ''
  const firstLine = new Promise<string>(resolve => {
    child.stdout.on('data', data => {
      stdout += String(data)
      const [line, rest] = stdout.split('\n', 2)
      if (line !== undefined && rest !== undefined) resolve(line)
    })
  })
  child.stderr.on('data', data => {
    stderr += String(data)
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  return { firstLine, ended, stop: () => void child.kill('SIGTERM') }
}

describe('orderwright-mock', () => {
  it('serves where its one line says, by the request that the line shows, until it is stopped', async () => {
    const command = run('--port', '0', '--funds', '34.21')
    const line = await command.firstLine
    const url = /curl '([^']+)'/.exec(line)?.[1] ?? ''
    expect(line).toMatch(/^orderwright-mock listens at http:\/\/127\.0\.0\.1:\d+ with funds of 34\.21:/)
    expect(await (await fetch(url)).json()).toHaveLength(qqtubeServices.length)
    expect(await (await fetch(url.replace('services', 'funds'))).json()).toEqual({ funds: '34.21' })
    command.stop()
    expect(await command.ended).toEqual({ code: 0, stdout: `${line}\n`, stderr: '' })
  })

  it('says what to do where its port is taken, and ends with 1', async () => {
    await using server = await createMockServer()
    const { code, stdout, stderr } = await run('--port', new URL(server.url).port).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^Something else already listens at [^\n]+\n$/)
  })

  it('says what is wrong with its arguments, and ends with 2', async () => {
    const { code, stdout, stderr } = await run('--port', 'x').ended
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^--port takes a number [^\n]+\n$/)
  })

  it('prints its help and its version', async () => {
    const [help, version] = await Promise.all([run('--help').ended, run('--version').ended])
    expect(help.stdout).toMatch(/^orderwright-mock: .+\n(.*\n)*Usage: /)
    expect(version.stdout).toBe(`${manifest.version}\n`)
    expect([help.code, version.code]).toEqual([0, 0])
  })
})
