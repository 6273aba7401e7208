import { afterEach, describe, expect, test, vi } from 'vitest'
import { apiKey, order } from '../../test/fixtures.ts'
import { answer, type Step, scriptedServer } from '../../test/scripted-server.ts'
import { NotSentError } from '../errors/request-errors.ts'
import { createQqtubeClient, type QqtubeClient } from '../qqtube/create-qqtube-client.ts'
import type { Fetch } from './exchange.ts'
import type { ClientOptions } from './options.ts'

const retry = { limit: 2, minDelayMs: 0, maxDelayMs: 0 }

function clientOf(baseUrl: string, options: Partial<ClientOptions> = {}): QqtubeClient {
  return createQqtubeClient({ apiKey, baseUrl, retry, ...options })
}

async function failure(run: Promise<unknown>): Promise<unknown> {
  return await run.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

const error = { status: 'error', messages: [{ id: 1, message: 'No.' }] }

describe('a read', () => {
  test.each<[string, Step, string, number]>([
    ['HTTP 500', answer('', 500), 'http_status', 3],
    ['HTTP 502 with a web page', answer('<html>', 502), 'http_status', 3],
    ['HTTP 503', answer('', 503), 'http_status', 3],
    ['HTTP 429', answer('', 429), 'http_status', 3],
    ['HTTP 429 with an error of its own', answer(error, 429), 'refused', 3],
    ['HTTP 400', answer('', 400), 'http_status', 1],
    ['HTTP 403 with a web page', answer('<html>', 403), 'http_status', 1],
    ['HTTP 404', answer('', 404), 'http_status', 1],
    ['an error of its own', answer(error), 'refused', 1],
    ['an error of its own with HTTP 500', answer(error, 500), 'refused', 1],
    ['an unreadable answer', answer('oops'), 'unreadable', 3],
    ['an answer of another form', answer({ balance: 1 }), 'unreadable', 3],
    ['a redirect', answer('', 302, { location: '/elsewhere' }), 'redirected', 1],
    ['a redirect to nowhere', answer('', 301), 'redirected', 1],
  ])('that meets %s is repeated only where that may help', async (_, step, kind, requests) => {
    await using server = await scriptedServer(step)
    expect(await failure(clientOf(server.url).funds())).toMatchObject({ kind })
    expect(server.requests).toHaveLength(requests)
  })

  test.each([0, 1, 10])('is repeated %i times where that is the limit', async limit => {
    await using server = await scriptedServer(answer('', 500))
    await failure(clientOf(server.url, { retry: { ...retry, limit } }).funds())
    expect(server.requests).toHaveLength(limit + 1)
  })

  test('that succeeds at last has succeeded', async () => {
    await using server = await scriptedServer(answer('', 500), answer('oops'), answer({ funds: '5' }))
    expect(await clientOf(server.url).funds()).toBe('5')
  })

  test('waits as long as Retry-After asks', async () => {
    await using server = await scriptedServer(answer('', 429, { 'retry-after': '1' }), answer({ funds: '5' }))
    const startedAt = performance.now()
    expect(await clientOf(server.url).funds()).toBe('5')
    // Timers may fire a millisecond early.
    expect(performance.now() - startedAt).toBeGreaterThan(990)
  })

  test('gives up at once where Retry-After goes beyond the deadline, and says how long it asks for', async () => {
    await using server = await scriptedServer(answer('', 429, { 'retry-after': '3600' }))
    expect(await failure(clientOf(server.url).funds())).toMatchObject({
      kind: 'http_status',
      httpStatus: 429,
      retryAfterMs: 3_600_000,
    })
    expect(server.requests).toHaveLength(1)
  })

  test('whose deadline passes between two attempts throws what the last one threw', async () => {
    await using server = await scriptedServer(answer('', 503))
    const client = clientOf(server.url, { timeoutMs: 100, retry: { minDelayMs: 60_000, maxDelayMs: 60_000 } })
    expect(await failure(client.funds())).toMatchObject({ kind: 'http_status', httpStatus: 503 })
  })
})

describe('a signal', () => {
  test('that was aborted before sends nothing', async () => {
    await using server = await scriptedServer(answer({ funds: '5' }))
    const options = { signal: AbortSignal.abort() }
    expect(await clientOf(server.url).add(order, options)).toStrictEqual({
      kind: 'not_sent',
      code: 'aborted',
      reason: 'The call was cancelled before anything was sent.',
    })
    expect(await failure(clientOf(server.url).funds(options))).toMatchObject({ kind: 'aborted' })
    expect(server.requests).toStrictEqual([])
  })

  test('that aborts while the server is silent leaves an order unknown', async () => {
    const controller = new AbortController()
    await using server = await scriptedServer(() => controller.abort())
    expect(await clientOf(server.url).add(order, { signal: controller.signal })).toStrictEqual({
      kind: 'unknown',
      code: 'aborted',
      reason: 'The call was cancelled before the answer was whole.',
      httpStatus: undefined,
    })
  })

  test('that aborts ends a read by its own kind, without repetition', async () => {
    const controller = new AbortController()
    await using server = await scriptedServer(() => controller.abort(new Error(apiKey)))
    const thrown = await failure(clientOf(server.url).funds({ signal: controller.signal }))
    expect(thrown).toMatchObject({ kind: 'aborted' })
    expect(server.requests).toHaveLength(1)
  })

  test.each([
    ['Retry-After asks for', { 'retry-after': '20' }, retry],
    ['chance lengthens', {}, { minDelayMs: 20_000, maxDelayMs: 20_000 }],
  ])('that aborts in the pause that %s ends it', async (_, headers, settings) => {
    const controller = new AbortController()
    const step: Step = (response, request) => {
      response.on('close', () => setImmediate(() => controller.abort()))
      answer('', 503, headers)(response, request)
    }
    await using server = await scriptedServer(step)
    const run = clientOf(server.url, { retry: settings }).funds({ signal: controller.signal })
    expect(await failure(run)).toMatchObject({ kind: 'aborted' })
  })
})

describe('the deadline', () => {
  test('of one call comes before that of the client', async () => {
    await using server = await scriptedServer(() => undefined)
    const client = clientOf(server.url, { timeoutMs: 60_000 })
    expect(await failure(client.funds({ timeoutMs: 20 }))).toMatchObject({
      kind: 'timeout',
      message: 'No whole answer came within 0.02 s.',
    })
  })

  test('out of bounds is misuse, before anything is sent', async () => {
    await using server = await scriptedServer(answer({ funds: '5' }))
    await expect(clientOf(server.url).add(order, { timeoutMs: 0 })).rejects.toThrow(RangeError)
    await expect(clientOf(server.url).funds({ timeoutMs: 0 })).rejects.toThrow(RangeError)
    expect(server.requests).toStrictEqual([])
  })
})

describe('a connection that cannot be made', () => {
  test('leaves an order not sent', async () => {
    const server = await scriptedServer(answer(''))
    await server[Symbol.asyncDispose]()
    expect(await clientOf(server.url).add(order)).toStrictEqual({
      kind: 'not_sent',
      code: 'connection_refused',
      reason: 'No connection could be made (ECONNREFUSED).',
    })
    expect(await failure(clientOf(server.url).funds())).toMatchObject({
      kind: 'network',
      message: 'No connection could be made (ECONNREFUSED).',
    })
  })

  test('because the name is not known leaves an order not sent', async () => {
    const outcome = await clientOf('https://upstream.invalid/v1-api').add(order)
    expect(outcome.kind).toBe('not_sent')
  })
})

describe('in a browser', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  const failing: Fetch = () => Promise.reject(new TypeError('Failed to fetch'))

  test('"Failed to fetch" says nothing, so the order is unknown', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    const outcome = await clientOf('https://upstream.invalid/', { fetch: failing }).add(order)
    expect(outcome).toStrictEqual({
      kind: 'unknown',
      code: 'connection_lost',
      reason: 'The connection failed before the answer was whole.',
      httpStatus: undefined,
    })
  })

  test('that is offline nothing is sent', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const fetch = vi.fn(failing)
    expect(await clientOf('https://upstream.invalid/', { fetch }).add(order)).toStrictEqual({
      kind: 'not_sent',
      code: 'offline',
      reason: 'This machine is offline.',
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  test('that is offline loopback can be reached all the same', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    await using server = await scriptedServer(answer({ funds: '5' }))
    expect(await clientOf(server.url).funds()).toBe('5')
  })

  test('that goes offline while an order is on its way, the order is unknown', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    const fetch: Fetch = () => {
      vi.stubGlobal('navigator', { onLine: false })
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    expect((await clientOf('https://upstream.invalid/', { fetch }).add(order)).kind).toBe('unknown')
  })

  test('a redirect is hidden, and leaves an order unknown', async () => {
    const hidden = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    })
    const fetch: Fetch = () => Promise.resolve(hidden)
    expect(await clientOf('https://upstream.invalid/', { fetch }).add(order)).toStrictEqual({
      kind: 'unknown',
      code: 'redirected',
      reason: 'The upstream answered with a redirect, which is not followed. Check the base URL.',
      httpStatus: undefined,
    })
  })
})

describe('the injected fetch', () => {
  test('is asked to keep cookies, cache and referrer out, and not to follow redirects', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(Response.json({ funds: '5' })))
    await clientOf('https://upstream.invalid/v1-api', { fetch }).funds()
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  })

  test('that is certain to have sent nothing says why, and leaves an order not sent', async () => {
    const fetch: Fetch = () => Promise.reject(new NotSentError('There was no line.'))
    const client = clientOf('https://upstream.invalid/', { fetch })
    expect(await client.add(order)).toStrictEqual({
      kind: 'not_sent',
      code: 'not_begun',
      reason: 'There was no line.',
    })
    expect(await failure(client.funds())).toMatchObject({ kind: 'network', message: 'There was no line.' })
  })

  test('that is cancelled before it has sent anything leaves an order not sent', async () => {
    const controller = new AbortController()
    const fetch: Fetch = () => {
      controller.abort()
      return Promise.reject(new NotSentError('It was still waiting.'))
    }
    const client = clientOf('https://upstream.invalid/', { fetch })
    const outcome = await client.add(order, { signal: controller.signal })
    expect(outcome).toStrictEqual({
      kind: 'not_sent',
      code: 'not_begun',
      reason: 'It was still waiting.',
    })
  })

  test.each<[string, Fetch]>([
    [
      'throws at once',
      () => {
        throw new Error('at once')
      },
    ],
    ['rejects with no error', () => Promise.reject('no error')],
    ['is refused by the platform', () => Promise.reject(new DOMException('blocked', 'SecurityError'))],
  ])('that %s leaves an order unknown', async (_, fetch) => {
    expect((await clientOf('https://upstream.invalid/', { fetch }).add(order)).kind).toBe('unknown')
  })
})

test('a redirect of an order is not followed, and leaves it unknown', async () => {
  await using server = await scriptedServer(answer('', 307, { location: '/v1-api' }))
  expect(await clientOf(server.url).add(order)).toStrictEqual({
    kind: 'unknown',
    code: 'redirected',
    reason: 'The upstream answered with a redirect (HTTP 307), which is not followed. Check the base URL.',
    httpStatus: 307,
  })
  expect(server.requests).toHaveLength(1)
})
