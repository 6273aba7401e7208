import { inspect } from 'node:util'
import { type BrokenAnswerName, createMockServer } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { type ClientOptions, createPanelClient, createQqtubeClient, type Fetch } from '../src/index.ts'
import { apiKey, order } from './fixtures.ts'
import { answer, type Step, scriptedServer } from './scripted-server.ts'

const encoded = encodeURIComponent(apiKey)

/** Every way in which a value comes into a log, with the key as it is and as URLs, forms and JSON write it. */
function expectNoKey(value: unknown): void {
  const error =
    value instanceof Error ? [value.message, value.stack, String(value), inspect(value.cause)] : []
  const printed = [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
    JSON.stringify(value, Object.getOwnPropertyNames(Object(value))),
    ...error,
  ].join('\n')
  for (const spelling of [apiKey, encoded, encoded.toLowerCase(), JSON.stringify(apiKey).slice(1, -1)]) {
    expect(printed.toLowerCase()).not.toContain(spelling.toLowerCase())
  }
  // What is left where a text is cut inside the key.
  expect(printed).not.toContain(apiKey.slice(0, 12))
}

const messages = [{ id: 1, message: `Invalid API key: ${apiKey}` }, `?api_key=${encoded}`]

const echoes: readonly (readonly [string, Step])[] = [
  ['an error that quotes the key', answer({ status: 'error', messages })],
  ['an error with HTTP 500', answer({ status: 'error', messages }, 500)],
  ['a plain text', answer(`Access denied for ${apiKey}`)],
  ['a plain text with HTTP 403', answer(`Access denied for ${encoded}`, 403)],
  ['a page with the key in its title', answer(`<html><title>${apiKey}</title>`, 502)],
  [
    'an answer that is cut inside the key',
    answer(`{"status":"error","messages":["Bad key ${apiKey.slice(0, -3)}`),
  ],
  ['an answer of another form', answer({ balance: apiKey })],
  ['a key where a number belongs', answer({ funds: apiKey, status: { id_status: apiKey } })],
  ['a redirect to an address with the key', answer('', 302, { location: `/?api_key=${encoded}` })],
  ['a success that quotes the key', answer({ status: 'success', messages, id_service_submission: '7' })],
  [
    'a success whose links quote the key',
    answer({ status: 'success', short_url: apiKey, id_service_submission: 7 }),
  ],
  ['an order whose number is the key', answer({ status: 'error', id_service_submission: apiKey })],
  [
    'a status whose words quote the key',
    answer({ status: { id_status: 5, name: apiKey, description: encoded } }),
  ],
  [
    'services that quote the key',
    answer([{ id_service: 1, public_name: apiKey, example: encoded, prices: [] }]),
  ],
  ["a panel's error that quotes the key", answer({ error: `Invalid API key: ${apiKey}` })],
  ["a panel's errors that quote the key", answer({ 1: { error: apiKey }, 2: { status: encoded } })],
  [
    "a panel's list that quotes the key",
    answer([
      { order: 1, refill: { error: apiKey } },
      { order: 2, cancel: encoded },
    ]),
  ],
]

/** Each breaks the answer, whatever it says. */
const faults = [
  'reset',
  'close',
  'no-answer',
  'garbage',
  'bad-chunk',
  'truncated',
  'truncated-reset',
  'stall',
  'cut-json',
  'empty',
  'html',
  'redirect',
] as const satisfies readonly BrokenAnswerName[]

/** What comes of every method of both clients. */
async function outcomesOf(options: ClientOptions): Promise<readonly unknown[]> {
  const qqtube = createQqtubeClient(options)
  const panel = createPanelClient({ ...options, baseUrl: options.baseUrl ?? 'https://panel.invalid/api/v2' })
  const calls: readonly Promise<unknown>[] = [
    qqtube.add(order),
    qqtube.funds(),
    qqtube.stats('1'),
    qqtube.submissions(),
    qqtube.services(),
    qqtube.statuses(['1']),
    panel.add(order),
    panel.balance(),
    panel.services(),
    panel.status('1'),
    panel.statuses(['1', '2']),
    panel.refill(['1']),
    panel.refill(['1', '2']),
    panel.refillStatus('1'),
    panel.refillStatuses(['1', '2']),
    panel.cancel(['1', '2']),
  ]
  const results = await Promise.allSettled(calls)
  return results.map(result => (result.status === 'fulfilled' ? result.value : result.reason))
}

describe('the key is in nothing that comes of', () => {
  test.each(echoes)('%s', async (_, step) => {
    await using server = await scriptedServer(step)
    const options = { apiKey, baseUrl: server.url, timeoutMs: 300, retry: { limit: 0 } }
    for (const outcome of await outcomesOf(options)) expectNoKey(outcome)
  })

  test.each(faults)("the mock's fault %s", async fault => {
    await using server = await createMockServer()
    server.control.faults.add({ fault, times: 99 })
    const options = { apiKey, timeoutMs: 300, retry: { limit: 0 } }
    for (const api of ['v1-api', 'api/v2']) {
      const outcomes = await outcomesOf({ ...options, baseUrl: `${server.url}/${api}` })
      for (const outcome of outcomes) expectNoKey(outcome)
    }
  })

  test('a fetch whose errors hold the request', async () => {
    const fetch: Fetch = (url, init) => {
      const cause = Object.assign(new Error(`${url} ${String(init.body)}`), {
        code: `E_${apiKey}`,
        request: { url },
      })
      return Promise.reject(new TypeError(`cannot fetch ${url}`, { cause }))
    }
    for (const outcome of await outcomesOf({ apiKey, fetch, retry: { limit: 0 } })) expectNoKey(outcome)
  })

  test('a fetch whose codes are the key', async () => {
    const key = 'ABCDEF0123456789'
    const fetch: Fetch = () =>
      Promise.reject(Object.assign(new TypeError('fetch failed'), { code: `E_${key}` }))
    for (const outcome of await outcomesOf({ apiKey: key, fetch, retry: { limit: 0 } })) {
      expect(JSON.stringify(outcome, ['reason', 'message'])).not.toContain(key)
      expect(String(outcome)).not.toContain(key)
    }
  })

  test('misuse', async () => {
    const client = createQqtubeClient({ apiKey })
    const misuses = [
      client.add({ ...order, target: undefined }),
      client.stats(''),
      client.submissions({ limit: 0 }),
      client.funds({ timeoutMs: -1 }),
    ]
    for (const result of await Promise.allSettled(misuses)) {
      expect(result.status).toBe('rejected')
      expectNoKey(result)
    }
  })

  test('options that are refused', () => {
    const wrong = [
      { timeoutMs: 0 },
      { baseUrl: `http://upstream.invalid/?api_key=${apiKey}` },
      { retry: { limit: -1 } },
    ]
    for (const option of wrong) {
      let thrown: unknown
      try {
        createQqtubeClient({ apiKey, ...option })
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(Error)
      expectNoKey(thrown)
    }
  })

  test('the clients themselves', () => {
    const clients = [
      createQqtubeClient({ apiKey }),
      createPanelClient({ apiKey, baseUrl: 'https://panel.invalid/' }),
    ]
    for (const client of clients) {
      expectNoKey(client)
      for (const method of Object.values(client)) expectNoKey(String(method))
    }
  })

  test('a key too short to be taken out of a whole answer, where the upstream quotes it', async () => {
    await using server = await scriptedServer(answer({ error: 'Invalid API key: k3y#' }))
    const panel = createPanelClient({ apiKey: 'k3y#', baseUrl: server.url })
    const outcomes = [await panel.cancel(['1']), await panel.refill(['1', '2']), await panel.add(order)]
    expect(JSON.stringify(outcomes)).not.toContain('k3y#')
  })
})
