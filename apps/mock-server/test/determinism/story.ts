import { createMockServer, mockPanelKey, mockQqtubeKey } from '../../src/index.ts'
import { rawExchange } from '../raw-exchange.ts'

// What this prints is compared byte for byte with what another process prints.
const [seed = ''] = process.argv.slice(2)
await using server = await createMockServer({ seed, clock: { isHeld: true }, behaviour: 'polls: 4' })
const { clock, faults, requestLog, behaviours, orders, accounts, refills } = server.control
const answers: string[] = []

async function send(path: string, fields: Readonly<Record<string, string>>, method = 'POST'): Promise<void> {
  const form = String(new URLSearchParams(fields))
  const isGet = method === 'GET'
  const head = [
    `${method} ${path}${isGet ? `?${form}` : ''} HTTP/1.1`,
    'Host: mock',
    'Connection: close',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${isGet ? 0 : form.length}`,
  ]
  const bytes = await rawExchange(server.url, `${head.join('\r\n')}\r\n\r\n${isGet ? '' : form}`, true)
  answers.push(bytes.toString('latin1'))
}

faults.add({ fault: 'html-502', probability: 0.2 })
faults.add({ fault: 'truncated', probability: 0.1, when: 'before' })
faults.add({ fault: 'numbers-as-strings', nth: 5, times: 3 })
faults.add({ fault: 'strings-as-numbers', probability: 0.5 })
faults.add({ fault: 'notice', probability: 0.3 })
faults.add({ fault: 'quota', limit: 25, window: '10m' })
behaviours.add({ behaviour: 'partial at 40 %', upstream: 'panel', nth: 2 })
behaviours.add({ behaviour: 'error 5', service: '54' })

for (let round = 0; round < 20; round += 1) {
  const service = round % 3 === 0 ? '54' : '1'
  const url = `https://www.youtube.com/watch?v=jofNR_WkoC${round % 10}`
  await send('/v1-api', { api_key: mockQqtubeKey, action: 'add', url, quantity: '2000', id_service: service })
  const link = `https://example.com/${round}`
  await send('/api/v2', { key: mockPanelKey, action: 'add', service: '1', link, quantity: '1000' })
  clock.advance('45s')
  await send('/v1-api', { api_key: mockQqtubeKey, action: 'submissions', limt: '3' })
  await send('/api/v2', { key: mockPanelKey, action: 'status', orders: '123456,123457,123458' })
  await send('/v1-api', { api_key: mockQqtubeKey, action: 'funds' }, 'GET')
}
await send('/elsewhere', {})
answers.push((await rawExchange(server.url, '\u0000\r\n\r\n', false)).toString('latin1'))

const seen = [requestLog.list(), orders.list(), accounts.list(), refills.list(), clock.now()]
process.stdout.write(JSON.stringify([answers, seen], null, 1))
