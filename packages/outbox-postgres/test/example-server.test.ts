import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import { randomBy } from './chaos/random.ts'
import { createDatabase } from './database.ts'

const file = join(import.meta.dirname, '../examples/server.ts')
const secret = 'a secret of the test'

test('the README prints the example, which has 120 lines at most', () => {
  const source = readFileSync(file, 'utf8')
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(120)
  expect(readme).toContain(`\`\`\`typescript\n${source}\`\`\``)
})

/** Starts the example, and resolves with it once it listens, or at once if it is a worker. */
async function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const child: ChildProcess = spawn(process.execPath, [...flags, file, ...args], {
    env: { ...process.env, PORT: '0', UPSTREAM_KEY: mockQqtubeKey, WEBHOOK_SECRET: secret, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = async (): Promise<number | null> => {
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
    return child.exitCode
  }
  if (args.includes('worker') || child.stdout === null) return { url: '', end }
  const [line] = await once(createInterface(child.stdout), 'line')
  return { url: `http://127.0.0.1:${/port: (\d+)/.exec(String(line))?.[1]}`, end }
}

/** A receiver of webhooks, which keeps those that are signed as they should be. */
async function receive() {
  const told = new Set<string>()
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { id, topic }: { id: string; topic: string } = JSON.parse(body)
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    if (request.headers['x-signature'] === signature) told.add(`${id} ${topic}`)
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The receiver has no port.')
  return { told, url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

function order(url: string, key: string, quantity = '1000'): Promise<Response> {
  const target = `https://www.youtube.com/watch?v=${key.padStart(11, '-')}`
  return fetch(`${url}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ serviceId: '1', target, quantity }),
  })
}

/** Orders until an answer comes: one in twenty is lost on its way back, and asked for again under the same key. */
async function orderUntilAnswered(url: string, key: string, random: () => number): Promise<unknown> {
  for (;;) {
    const response = await order(url, key)
    const answer: unknown = await response.json()
    if (random() >= 0.05) return { status: response.status, answer }
  }
}

test('on PostgreSQL, 200 clients that lose answers and ask again order nothing twice', async () => {
  await using server = await createMockServer({ accounts: [{ key: mockQqtubeKey, funds: '100000' }] })
  server.control.faults.add({ action: 'add', fault: 'reset', when: 'after', nth: 50, times: 3 })
  const webhooks = await receive()
  const env = {
    DATABASE_URL: await createDatabase('example'),
    UPSTREAM_URL: `${server.url}/v1-api`,
    WEBHOOK_URL: webhooks.url,
  }
  const api = await start(['--role', 'api'], env)
  const worker = await start(['--role', 'worker'], env)
  const random = randomBy(5)
  const keys = Array.from({ length: 200 }, (_, index) => `key-${index}`)
  const answers = await Promise.all(keys.map(key => orderUntilAnswered(api.url, key, random)))
  expect(answers[7]).toEqual({ status: 202, answer: { id: 'key-7', total: '2.5', url: '/orders/key-7' } })
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(200)
  await expect.poll(() => server.control.orders.list().length).toBe(200)
  await expect.poll(() => webhooks.told.size).toBeGreaterThanOrEqual(200)
  expect([await api.end(), await worker.end()]).toEqual([0, 0])
  webhooks.close()
  expect(new Set(server.control.orders.list().map(({ target }) => target)).size).toBe(200)
  expect(server.control.orders.list().length).toBe(200)
})

test('with nothing but Node, a key is one order, another body under it is refused, and an order is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderwright-example-'))
  await using server = await createMockServer()
  const env = {
    SQLITE_FILE: join(folder, 'orders.db'),
    UPSTREAM_URL: `${server.url}/v1-api`,
    DATABASE_URL: '',
  }
  const { url, end } = await start([], env)
  const first = await order(url, 'one')
  expect(first.status).toBe(202)
  expect(await (await order(url, 'one')).json()).toEqual(await first.json())
  expect((await order(url, 'one', '2000')).status).toBe(422)
  expect((await order(url, '')).status).toBe(400)
  const read = async (): Promise<unknown> => (await fetch(`${url}/orders/one`)).json()
  await expect.poll(read).toMatchObject({ id: 'one', state: 'accepted' })
  expect((await fetch(`${url}/orders/two`)).status).toBe(404)
  expect(await end()).toBe(0)
  rmSync(folder, { recursive: true })
  expect(server.control.orders.list().length).toBe(1)
})
