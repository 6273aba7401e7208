import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  mockPanelKey,
  mockQqtubeKey,
} from '../server.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-mock-'))
let files = 0

afterAll(() => rm(folder, { recursive: true }))

function newFile(): string {
  files += 1
  return join(folder, `state-${files}.json`)
}

/** All that a client and a test can see of a server's state. */
function seen({ control }: MockServer): unknown {
  return {
    accounts: control.accounts.list().map(({ key: _, ...account }) => account),
    orders: control.orders.list(),
    refills: control.refills.list(),
    now: control.clock.now(),
  }
}

/** Plays a story on a server that lives on, and on one that ends half-way, with another that goes on from its file. */
async function goesOn(
  first: (server: MockServer) => Promise<void>,
  second: (server: MockServer) => Promise<void> = async () => undefined,
  options: MockServerOptions = {},
): Promise<void> {
  const stateFile = newFile()
  const held = { clock: { isHeld: true }, ...options }
  await using server = await createMockServer(held)
  await first(server)
  const ended = await createMockServer({ ...held, stateFile })
  await first(ended)
  await ended.close()
  await using later = await createMockServer({ ...options, stateFile })
  expect(seen(later)).toEqual(seen(server))
  await second(server)
  await second(later)
  expect(seen(later)).toEqual(seen(server))
}

/** Runs a program that has `createMockServer` and `stateFile` until it ends, and gives the signal that ended it. */
async function signalOf(program: string, stateFile: string): Promise<unknown> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@orderwright/source',
      '--input-type=module-typescript',
      '--eval',
      `import { readFileSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      import { createMockServer } from './src/index.ts'
      const stateFile = ${JSON.stringify(stateFile)}
      ${program}`,
    ],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [, signal] = await once(child, 'exit')
  return signal
}

function namesIn(stateFile: string): readonly string[] {
  const { accounts } = Object(JSON.parse(readFileSync(stateFile, 'utf8')))
  return Array.from(accounts, account => Object(account).name)
}

const injectedBy: (readonly (readonly string[])[])[] = []

async function statusOfFunds(server: MockServer): Promise<number> {
  const query = new URLSearchParams({ api_key: mockQqtubeKey, action: 'funds' })
  const response = await fetch(`${server.url}/v1-api?${query}`)
  await response.arrayBuffer()
  return response.status
}

const subscription = { action: 'add', username: 'someone', min: '100', max: '200', posts: '5', delay: '10' }

function subscriptionService(server: MockServer): string {
  const services = server.control.catalogue.services('panel')
  return services.find(({ quantitySource }) => quantitySource.kind === 'later')?.id ?? ''
}

describe('a server with a state file', () => {
  it('leaves its balances, orders and clock to the next one', () =>
    goesOn(
      async server => {
        await ask(server, 'POST', order)
        server.control.clock.advance('30s')
        await askPanel(server, panelOrder)
        server.control.orders.refund('123456', '1.23')
      },
      async server => {
        server.control.clock.advance('1h')
        await ask(server, 'POST', order)
      },
    ))

  it('leaves what the clock is to bring: ends, cancels and the orders of subscriptions', () =>
    goesOn(
      async server => {
        const { clock, behaviours } = server.control
        behaviours.add({ behaviour: 'partial at 40 %', times: 1 })
        await ask(server, 'POST', order)
        const services = server.control.catalogue.services('panel')
        const cancelable = services.find(
          ({ flags, quantitySource }) => flags.cancel && quantitySource.kind === 'given',
        )
        await askPanel(server, { ...subscription, service: subscriptionService(server) })
        clock.advance('3h')
        const placed = server.control.orders.list().length
        expect(placed).toBeGreaterThan(2)
        behaviours.add({ behaviour: 'stuck at 20 %', times: 1 })
        behaviours.add({ behaviour: 'error at 70 %', nth: 2 })
        await askPanel(server, { ...panelOrder, service: cancelable?.id ?? '' })
        await ask(server, 'POST', order)
        clock.advance('50s')
        await askPanel(server, { action: 'cancel', orders: String(123_456 + placed) })
      },
      async server => {
        server.control.clock.advance('30d')
        const states = server.control.orders.list().map(({ state }) => state)
        expect(states.toSorted()).toEqual([...Array(6).fill('completed'), 'failed', 'partial', 'partial'])
      },
    ))

  it('leaves polls, and refills with the words that were set', () =>
    goesOn(
      async server => {
        await ask(server, 'POST', order)
        await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
        const refillable = server.control.catalogue
          .services('panel')
          .find(({ flags, quantitySource }) => flags.refill && quantitySource.kind === 'given')
        await askPanel(server, { ...panelOrder, service: refillable?.id ?? '' })
        await askPanel(server, { action: 'status', orders: '123457' })
        await askPanel(server, { action: 'status', orders: '123457' })
        const { body } = await askPanel(server, { action: 'refill', order: '123457' })
        expect(body).toEqual({ refill: '1' })
        server.control.refills.setStatus('1', 'Rejected')
      },
      async server => {
        await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
        expect(server.control.orders.get('123456')?.state).toBe('completed')
      },
      { behaviour: 'polls: 2' },
    ))

  it('leaves nothing of what was before a reset', () =>
    goesOn(
      async server => {
        await ask(server, 'POST', order)
        server.control.reset()
        await askPanel(server, panelOrder)
      },
      async server => void (await ask(server, 'POST', order)),
    ))

  it('lets a clock that runs run on while no server does', async () => {
    const stateFile = newFile()
    const first = await createMockServer({ stateFile, clock: { startsAt: '2030-01-01T00:00:00Z', rate: 2 } })
    first.control.clock.advance('10d')
    const at = first.control.clock.now()
    await first.close()
    await using later = await createMockServer({ stateFile })
    expect(later.control.clock.rate()).toBe(2)
    expect(later.control.clock.now()).toBeGreaterThanOrEqual(at)
    expect(later.control.clock.now()).toBeLessThan(at + 3_600_000)
  })

  it('keeps an account that it is not given again, and finds it by its key, which stands in no file', async () => {
    const stateFile = newFile()
    const first = await createMockServer({ stateFile, clock: { isHeld: true } })
    first.control.accounts.add({ key: 'mock-key-third', name: 'third' })
    await ask(first, 'POST', { ...order, api_key: 'mock-key-third' })
    await first.close()
    expect(readFileSync(stateFile, 'utf8')).not.toMatch(/mock-key/)
    const second = await createMockServer({ stateFile })
    await second.close()
    // Nobody sent the key to the second: its hash is handed on.
    await using later = await createMockServer({ stateFile })
    const { accounts, orders } = later.control
    expect(orders.list()).toMatchObject([{ account: 'third' }])
    expect(() => accounts.add({ key: 'mock-key-third' })).toThrow('There already is an account with this key')
    expect((await ask(later, 'GET', { action: 'funds', api_key: 'mock-key-fourth' })).text).toContain(
      'Invalid API key',
    )
    expect((await ask(later, 'GET', { action: 'funds', api_key: 'mock-key-third' })).body).toEqual({
      funds: '956',
    })
    expect(accounts.funds('mock-key-third')).toBe('956')
    expect([mockQqtubeKey, mockPanelKey].map(accounts.funds)).toEqual(['1000', '1000'])
    expect(accounts.list().map(({ name }) => name)).toEqual(['qqtube-1', 'panel-1', 'third'])
  })

  it('leaves fault plans with what they have counted, and draws on', () =>
    goesOn(
      async server => {
        const { faults } = server.control
        faults.add({ fault: 'html-502', action: 'funds', nth: 4 })
        faults.add({ fault: 'error-503', probability: 0.5 })
        faults.add({ fault: 'notice', times: 5 })
        faults.add({ fault: 'bom', lasts: '1h' })
        server.control.clock.advance('59m')
        faults.add({ fault: 'reset' }).release()
        for (let count = 0; count < 3; count += 1) await statusOfFunds(server)
      },
      async server => {
        const { faults, requestLog } = server.control
        const sequence = requestLog.list().at(-1)?.sequence ?? 0
        expect(faults.list().map(({ id, plan }) => [id, plan.fault])).toEqual([
          ['1', 'html-502'],
          ['2', 'error-503'],
          ['3', 'notice'],
          ['4', 'bom'],
        ])
        for (let count = 0; count < 20; count += 1) await statusOfFunds(server)
        server.control.clock.advance('1m')
        expect(faults.list().map(({ plan }) => plan.fault)).not.toContain('bom')
        const injected = requestLog.list().filter(entry => entry.sequence > sequence)
        injectedBy.push(injected.map(entry => entry.faults.map(({ name }) => name)))
        expect(faults.add({ fault: 'bom' }).id).toBe('6')
      },
    ).then(() => {
      const [here, there] = injectedBy
      expect(there).toEqual(here)
      expect(here?.flat()).toEqual(expect.arrayContaining(['html-502', 'error-503']))
    }))

  it('leaves answers of its own with what they have counted, and its dialect', () =>
    goesOn(
      async server => {
        const { answers } = server.control
        answers.add({ action: 'balance', nth: 2, times: 2, patch: { balance: '7' } })
        answers.add({ action: 'add', respond: () => ({ status: 500 }), nth: 9 })
        answers.useDialect('laravel')
        await askPanel(server, { action: 'balance' })
        await askPanel(server, { action: 'balance' })
      },
      async server => {
        await askPanel(server, { action: 'balance' })
        await askPanel(server, { action: 'balance' })
        await askPanel(server, { action: 'status', order: '1' })
      },
    ))

  it('leaves rules for behaviours with what they have counted', () =>
    goesOn(
      async server => {
        const { behaviours } = server.control
        behaviours.add({ behaviour: 'partial at 40 %', nth: 3 })
        behaviours.add({ behaviour: 'canceled', upstream: 'panel' })
        await ask(server, 'POST', order)
        await askPanel(server, panelOrder)
      },
      async server => {
        await ask(server, 'POST', order)
        await ask(server, 'POST', order)
        await askPanel(server, panelOrder)
        server.control.clock.advance('1h')
        const { orders, behaviours } = server.control
        expect(orders.list().map(({ behaviour }) => behaviour)).toEqual([
          ...['timed', 'canceled at 0 %', 'partial at 40 %', 'timed', 'canceled at 0 %'],
        ])
        expect(behaviours.list()).toEqual([{ behaviour: 'canceled at 0 %', upstream: 'panel' }])
      },
    ))

  it('leaves a catalogue that replaced the first, and what a reset undid undone', () =>
    goesOn(
      async server => {
        const { catalogue } = server.control
        const rows: readonly object[] = JSON.parse((await askPanel(server, { action: 'services' })).text)
        catalogue.replace('qqtube', [])
        server.control.behaviours.add({ behaviour: 'canceled' })
        server.control.faults.add({ fault: 'reset' })
        server.control.reset()
        catalogue.replace('panel', rows.slice(0, 2))
      },
      async server => {
        const { catalogue, faults, behaviours } = server.control
        expect(catalogue.services('panel')).toHaveLength(2)
        expect(catalogue.services('qqtube').length).toBeGreaterThan(40)
        expect([faults.list(), behaviours.list()]).toEqual([[], []])
        server.control.reset()
        expect(catalogue.services('panel').length).toBeGreaterThan(40)
      },
    ))

  it('is written while the server runs', async () => {
    const stateFile = newFile()
    await using server = await createMockServer({ stateFile })
    expect(namesIn(stateFile)).toEqual(['qqtube-1', 'panel-1'])
    server.control.accounts.add({ key: 'key-of-third', name: 'third' })
    await expect.poll(() => namesIn(stateFile)).toContain('third')
    server.control.accounts.add({ key: 'key-of-fourth', name: 'fourth' })
    await expect.poll(() => namesIn(stateFile)).toContain('fourth')
  })

  it('leaves the older of two snapshots if it is killed between them', async () => {
    const stateFile = newFile()
    const program = `const { control } = await createMockServer({ stateFile })
      control.accounts.add({ key: 'key-of-third', name: 'third' })
      while (!readFileSync(stateFile, 'utf8').includes('third')) await setTimeout(5)
      control.accounts.add({ key: 'key-of-fourth', name: 'fourth' })
      process.kill(process.pid, 'SIGKILL')`
    expect(await signalOf(program, stateFile)).toBe('SIGKILL')
    await using later = await createMockServer({ stateFile })
    expect(later.control.accounts.list().map(({ name }) => name)).toEqual(['qqtube-1', 'panel-1', 'third'])
  })

  it('says once that a snapshot cannot be written, and writes it with a later change', async () => {
    const place = join(folder, 'told')
    mkdirSync(place)
    const stateFile = join(place, 'state.json')
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => told.mockRestore())
    await using server = await createMockServer({ stateFile })
    const { accounts } = server.control
    await rm(place, { recursive: true })
    accounts.add({ key: 'key-of-third', name: 'third' })
    await expect
      .poll(() => told.mock.calls.flat())
      .toEqual([
        `${stateFile} cannot be written (ENOENT): make room, or give a state file that this user may read and write. What has changed is written with the next change.\n`,
      ])
    mkdirSync(place)
    accounts.add({ key: 'key-of-fourth', name: 'fourth' })
    await expect.poll(() => existsSync(stateFile)).toBe(true)
    expect(namesIn(stateFile)).toEqual(['qqtube-1', 'panel-1', 'third', 'fourth'])
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('fails to close if what has changed cannot be written, and can be closed again', async () => {
    const place = join(folder, 'closed')
    mkdirSync(place)
    const stateFile = join(place, 'state.json')
    const server = await createMockServer({ stateFile })
    await rm(place, { recursive: true })
    server.control.accounts.add({ key: 'key-of-third', name: 'third' })
    await expect(server.close()).rejects.toThrow(`${stateFile} cannot be written (ENOENT)`)
    mkdirSync(place)
    await server.close()
    expect(namesIn(stateFile)).toContain('third')
  })

  it('leaves what the server that wrote last had, if two have one file', async () => {
    const stateFile = newFile()
    const first = await createMockServer({ stateFile })
    const second = await createMockServer({ stateFile })
    first.control.accounts.add({ key: 'key-of-first', name: 'first' })
    second.control.accounts.add({ key: 'key-of-second', name: 'second' })
    await first.close()
    await second.close()
    expect(namesIn(stateFile)).toEqual(['qqtube-1', 'panel-1', 'second'])
  })

  it('is left alone by a server that finds its port taken', async () => {
    const stateFile = newFile()
    await using first = await createMockServer({ stateFile })
    const before = readFileSync(stateFile, 'utf8')
    const port = Number(new URL(first.url).port)
    await expect(createMockServer({ stateFile, port })).rejects.toThrow('EADDRINUSE')
    expect(readFileSync(stateFile, 'utf8')).toBe(before)
  })

  it('says that it cannot be written, and gives its port back', async () => {
    const stateFile = join(folder, 'none', 'state.json')
    await using other = await createMockServer()
    const port = Number(new URL(other.url).port)
    await other.close()
    await expect(createMockServer({ stateFile, port })).rejects.toThrow('cannot be written (ENOENT)')
    await using again = await createMockServer({ port })
    expect(again.url).toBe(other.url)
  })

  it.each([
    'x\n',
    '{}\n',
    '[]',
    '{"a settings file": "without an end of line"}',
    '{"format":"orderwright-mock 2"}',
    '{"format":"orderwright-mock 2","accounts":[{}]}\n',
  ])('refuses the file %j, and leaves it as it is', async text => {
    const stateFile = newFile()
    writeFileSync(stateFile, text)
    await expect(createMockServer({ stateFile })).rejects.toThrow('is no state file of orderwright-mock')
    expect(readFileSync(stateFile, 'utf8')).toBe(text)
  })

  it.each(['{"format":"orderwright-mock 1"}\n{"orders":[]}\n', '{"format":"orderwright-mock 3"}\n'])(
    'refuses a file of another version, and leaves it as it is',
    async text => {
      const stateFile = newFile()
      writeFileSync(stateFile, text)
      await expect(createMockServer({ stateFile })).rejects.toThrow(
        'was written by another version of orderwright-mock: start that one, or give another state file',
      )
      expect(readFileSync(stateFile, 'utf8')).toBe(text)
    },
  )

  it('says that a folder is no state file', async () => {
    await expect(createMockServer({ stateFile: folder })).rejects.toThrow(
      `${folder} cannot be read (EISDIR): give a state file that this user may read and write`,
    )
  })

  it('begins with an empty file as with none', async () => {
    const stateFile = newFile()
    writeFileSync(stateFile, '')
    const server = await createMockServer({ stateFile })
    await server.close()
    expect(readFileSync(stateFile, 'utf8')).toMatch(/^\{"format":/)
  })
})
