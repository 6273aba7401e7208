import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { mockQqtubeKey } from '../../src/index.ts'
import { order } from '../ask.ts'

const count = 1_000_000
const report = 100_000
const connections = 16
/** One in so many requests is an order; the others read. */
const orderEvery = 10

const server = fork(fileURLToPath(new URL('memory-server.ts', import.meta.url)), {
  execArgv: ['--conditions=@orderwright/source', '--expose-gc'],
})
const [url] = await once(server, 'message')
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const startedAt = performance.now()
console.log(`${count} requests, of which ${count / orderEvery} are orders, over ${connections} connections`)
await show(server, 0)
for (let sent = 0; sent < count; sent += report) {
  let next = sent
  const work = async (): Promise<void> => {
    while (next < sent + report) {
      const number = next
      next += 1
      await send(fieldsOf(number))
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  await show(server, sent + report)
}
agent.destroy()
server.send('close')

function fieldsOf(number: number): Readonly<Record<string, string>> {
  if (number % orderEvery === 0) return { ...order, quantity: '1000' }
  const taken = 123_456 + Math.floor((number - connections) / orderEvery)
  if (number % 3 === 0) return { action: 'submissions', limit: '10' }
  return number % 3 === 1 ? { action: 'funds' } : { action: 'stats', id_service_submission: String(taken) }
}

async function send(fields: Readonly<Record<string, string>>): Promise<void> {
  const { action } = fields
  const form = String(new URLSearchParams({ api_key: mockQqtubeKey, ...fields }))
  const isPost = action === 'add' || action === 'submissions'
  const sent = request(`${url}/v1-api${isPost ? '' : `?${form}`}`, {
    agent,
    method: isPost ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  sent.end(isPost ? form : undefined)
  const [response] = await once(sent, 'response')
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`)
  response.resume()
  await once(response, 'end')
}

async function show(child: ChildProcess, sent: number): Promise<void> {
  child.send('memory')
  const [{ rss, heapUsed, orders }] = await once(child, 'message')
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(
    `${sent} sent in ${seconds} s, ${orders} orders: heap ${megabytes(heapUsed)}, resident ${megabytes(rss)}`,
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}
