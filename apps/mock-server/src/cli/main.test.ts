import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { ask, order } from '../../test/ask.ts'
import { qqtubeServices } from '../fixtures/qqtube-services.ts'
import { createMockServer, mockQqtubeKey } from '../server.ts'

interface Run {
  /** Settles with the first line. */
  readonly firstLine: Promise<string>
  /** Settles when the command has ended. */
  readonly ended: Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }>
  stop(): void
}

function run(...args: readonly string[]): Run {
  return runWith({}, args)
}

function runWith(environment: Readonly<Record<string, string>>, args: readonly string[]): Run {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@orderwright/source', main, ...args], {
    env: { ...process.env, ...environment },
  })
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

const controlDocument = new URL('../../docs/control.md', import.meta.url)

describe('orderwright-mock', () => {
  it('serves where its one line says, by the request that the line shows, until it is stopped', async () => {
    const command = run('--port', '0', '--funds', '34.21', '--quiet')
    const line = await command.firstLine
    const url = /curl '([^']+)'/.exec(line)?.[1] ?? ''
    expect(line).toMatch(/^orderwright-mock listens at http:\/\/127\.0\.0\.1:\d+ with funds of 34\.21:/)
    expect(await (await fetch(url)).json()).toHaveLength(qqtubeServices.length)
    expect(await (await fetch(url.replace('services', 'funds'))).json()).toEqual({ funds: '34.21' })
    command.stop()
    expect(await command.ended).toEqual({ code: 0, stdout: `${line}\n`, stderr: '' })
  })

  it('prints JSON, writes its port to a file as long as it listens, and says that it is well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-port-'))
    const portFile = join(folder, 'mock.port')
    try {
      const command = run('--port', '0', '--json', '--port-file', portFile)
      const listening = JSON.parse(await command.firstLine)
      const port = readFileSync(portFile, 'utf8').trim()
      const url = `http://127.0.0.1:${port}`
      const [, sample = '{}'] =
        /```json\n(\{\n {2}"event": "listening"[^`]*)```/.exec(readFileSync(controlDocument, 'utf8')) ?? []
      expect(JSON.parse(sample.replaceAll('41234', port))).toEqual(listening)
      expect(listening).toEqual({
        event: 'listening',
        url,
        qqtube: `${url}/v1-api`,
        panel: `${url}/api/v2`,
        control: `${url}/__mock`,
      })
      expect(readdirSync(folder)).toEqual(['mock.port'])
      expect(await (await fetch(`${listening.control}/health`)).json()).toEqual({ status: 'ok' })
      await ask({ url }, 'GET', { action: 'funds' })
      command.stop()
      const { stdout } = await command.ended
      const [, request, ...others] = stdout.trim().split('\n')
      expect(JSON.parse(request ?? '')).toMatchObject({ event: 'request', sequence: 1, action: 'funds' })
      expect(others).toEqual([])
      expect(readdirSync(folder)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('ends with a sentence if it cannot write its port', async () => {
    const command = run('--port', '0', '--port-file', '/dev/null/mock.port')
    expect(await command.ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The port cannot be written to /dev/null/mock.port (ENOTDIR): choose another --port-file.\n',
    })
  })

  it('asks for the token that the environment gives, and does not show it', async () => {
    const token = 'mock-token-of-a-test'
    const command = runWith({ ORDERWRIGHT_MOCK_TOKEN: token }, ['--port', '0'])
    const line = await command.firstLine
    const url = /at (http:[^ ]+\/__mock\/)/.exec(line)?.[1]
    const asked = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      fetch(`${url}clock`, { headers })
    expect((await asked({})).status).toBe(401)
    expect((await asked({ Authorization: `Bearer ${token}` })).status).toBe(200)
    command.stop()
    expect((await command.ended).stdout).not.toContain(token)
  })

  it('logs each request in a line without a key, and colours that are asked for', async () => {
    const command = run('--port', '0', '--strict')
    const url = /curl '([^']+)'/.exec(await command.firstLine)?.[1] ?? ''
    await (await fetch(url.replace('services', 'fund'))).json()
    await (await fetch(url.replace('services', 'funds'))).json()
    command.stop()
    const [, refused, suggestion, answered] = (await command.ended).stdout.split('\n')
    expect(refused).toMatch(/^\d\d:\d\d:\d\d GET {2}\/v1-api fund qqtube-1 400$/)
    expect(suggestion).toBe('         action `fund`: did you mean `funds`?')
    expect(answered).toMatch(/^\d\d:\d\d:\d\d GET {2}\/v1-api funds qqtube-1 200$/)
  })

  it('plays saved answers, and loses nothing that it answered when it is told to end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-mock-'))
    try {
      const [saved, state] = [join(folder, 'services.json'), join(folder, 'state.json')]
      writeFileSync(saved, `\uFEFF${JSON.stringify([{ ...qqtubeServices[0], id_service: '777' }])}`)
      const args = [
        '--port',
        '0',
        '--quiet',
        '--catalogue',
        saved,
        '--state',
        state,
        '--behaviour',
        'stuck at 30 %',
      ]
      const taken: string[] = []
      for (let round = 0; round < 3; round += 1) {
        const command = run(...args)
        const url = new URL(/curl '([^']+)'/.exec(await command.firstLine)?.[1] ?? '')
        const orders = Array.from({ length: 10 }, () =>
          ask({ url: url.origin }, 'POST', { ...order, id_service: '777', quantity: '1000' }),
        )
        for (const { body } of await Promise.all(orders)) taken.push(Object(body).id_service_submission)
        command.stop()
        await command.ended
      }
      await using later = await createMockServer({ stateFile: state })
      expect(taken).toHaveLength(30)
      expect(later.control.orders.list().map(({ id }) => id)).toEqual(taken.toSorted())
      const charged = later.control.orders.list().reduce((sum, { charged }) => sum + Number(charged), 0)
      expect(Number(later.control.accounts.funds(mockQqtubeKey))).toBeCloseTo(1000 - charged, 9)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('says that its state could not be kept as it ends, and ends with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-mock-'))
    const state = join(folder, 'state.json')
    const command = run('--port', '0', '--quiet', '--state', state)
    const url = new URL(/curl '([^']+)'/.exec(await command.firstLine)?.[1] ?? '')
    rmSync(folder, { recursive: true })
    await ask({ url: url.origin }, 'POST', order)
    command.stop()
    const { code, stderr } = await command.ended
    expect(code).toBe(1)
    expect(stderr.trim().split('\n').at(-1)).toMatch(new RegExp(`^${state} cannot be written \\(ENOENT\\): `))
  })

  it('names the rows of a saved answer that cannot be ordered', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-mock-'))
    try {
      const saved = join(folder, 'services.json')
      writeFileSync(saved, JSON.stringify([qqtubeServices[0], { id_service: '777' }]))
      const command = run('--port', '0', '--quiet', '--catalogue', saved)
      await command.firstLine
      command.stop()
      const { stderr } = await command.ended
      expect(stderr).toMatch(/^Not every row of the catalogue can be ordered: 1 can\. /)
      expect(stderr).toContain('/__mock/catalogue/qqtube;')
      expect(stderr).toContain('\n  Service 777')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['--catalogue', 'no-such-file.json', /^no-such-file\.json cannot be read \(ENOENT\): give the path/],
    ['--catalogue', 'README.md', /^README\.md holds no list of services as JSON: save the whole answer/],
    ['--fixture', 'package.json', /^package\.json is no fixture: #\/name is not known here$/m],
    ['--state', 'package.json', /^package\.json is no state file of orderwright-mock: /],
  ])('says what is wrong with %s %s, and ends with 1', async (option, path, sentence) => {
    const { code, stdout, stderr } = await run('--port', '0', option, path).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim()).not.toContain('\n')
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
