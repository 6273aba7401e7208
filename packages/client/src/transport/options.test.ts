import { describe, expect, test } from 'vitest'
import { type ClientOptions, readBaseUrl, readClientOptions } from './options.ts'

const options: ClientOptions = { apiKey: 'the-secret', baseUrl: 'https://panel.example/api/v2' }

test('the defaults are the documented ones', () => {
  const { timeoutMs, retry, baseUrl } = readClientOptions({ apiKey: 'k' }, 'https://www.qqtube.com/v1-api')
  expect({ timeoutMs, retry, baseUrl }).toStrictEqual({
    timeoutMs: 25_000,
    retry: { limit: 2, minDelayMs: 300, maxDelayMs: 5000 },
    baseUrl: 'https://www.qqtube.com/v1-api',
  })
})

test('white space around a key is a slip of pasting', () => {
  expect(readClientOptions({ ...options, apiKey: ' the-secret\n' }).apiKey).toBe('the-secret')
})

describe('an option out of bounds is refused by its name', () => {
  test.each<[Partial<ClientOptions>, ErrorConstructor | RangeErrorConstructor, string]>([
    [{ timeoutMs: 0 }, RangeError, 'timeoutMs must be 1 to 600000, was given 0'],
    [{ timeoutMs: 600_001 }, RangeError, 'timeoutMs must be 1 to 600000, was given 600001'],
    [{ timeoutMs: 1.5 }, TypeError, 'timeoutMs must be a whole number, was given 1.5'],
    [{ timeoutMs: Number.NaN }, TypeError, 'timeoutMs must be a whole number, was given NaN'],
    [{ retry: { limit: -1 } }, RangeError, 'retry.limit must be 0 to 10, was given -1'],
    [{ retry: { limit: 11 } }, RangeError, 'retry.limit must be 0 to 10, was given 11'],
    [{ retry: { minDelayMs: 60_001 } }, RangeError, 'retry.minDelayMs must be 0 to 60000, was given 60001'],
    [{ retry: { maxDelayMs: -1 } }, RangeError, 'retry.maxDelayMs must be 0 to 60000, was given -1'],
    [{ apiKey: ' ' }, TypeError, 'apiKey must not be blank'],
    [{ baseUrl: 'nowhere' }, TypeError, 'baseUrl must be an absolute URL'],
  ])('%j', (wrong, type, message) => {
    const read = (): unknown => readClientOptions({ ...options, ...wrong })
    expect(read).toThrow(type)
    expect(read).toThrow(message)
  })

  test.each([1, 600_000])('timeoutMs %i is in bounds', timeoutMs => {
    expect(readClientOptions({ ...options, timeoutMs }).timeoutMs).toBe(timeoutMs)
  })
})

describe('readBaseUrl takes', () => {
  test.each([
    'https://panel.example/api/v2',
    'http://127.0.0.1:4010/v1-api',
    'http://localhost:4010/v1-api',
    'http://[::1]:4010/v1-api',
  ])('%s', url => {
    expect(readBaseUrl(url, false)).toBe(url)
  })

  test('plain http elsewhere where that is allowed', () => {
    expect(readBaseUrl('http://mock:4010/v1-api', true)).toBe('http://mock:4010/v1-api')
  })
})

describe('readBaseUrl refuses, without printing it,', () => {
  test.each([
    ['a relative URL', 'secret/v1-api', 'baseUrl must be an absolute URL'],
    [
      'plain http',
      'http://secret.example/v1-api',
      'baseUrl must be https: over plain http anyone on the way reads the key',
    ],
    ['a host that looks like loopback', 'http://127.0.0.1.secret.example/', /^baseUrl must be https/],
    ['another protocol', 'ftp://secret.example/', 'baseUrl must be https, was given ftp:'],
    ['a user', 'https://secret@panel.example/', 'baseUrl must have no user, query or fragment'],
    ['a query', 'https://panel.example/?api_key=secret', 'baseUrl must have no user, query or fragment'],
    [
      'a port that fetch refuses',
      'https://panel.example:6000/secret',
      'baseUrl must have a port that fetch allows, was given 6000',
    ],
    ['such a port on loopback', 'http://127.0.0.1:10080/secret', /^baseUrl must have a port/],
    ['a fragment', 'https://panel.example/#secret', 'baseUrl must have no user, query or fragment'],
  ])('%s', (_, url, message) => {
    const read = (): string => readBaseUrl(url, false)
    expect(read).toThrow(TypeError)
    expect(read).toThrow(message)
    expect(read).not.toThrow(/secret/)
  })
})

test('readBaseUrl refuses all ports that fetch does, and none that it tries', async () => {
  const tried = [
    ...Array.from({ length: 200 }, (_, port) => port + 1),
    2049,
    2050,
    4190,
    5060,
    6000,
    6001,
    6697,
    10080,
  ]
  for (const port of tried) {
    const url = `http://127.0.0.1:${port}/`
    const failure: unknown = await fetch(url).catch((error: unknown) => error)
    const isRefused =
      failure instanceof TypeError && failure.cause instanceof Error && failure.cause.message === 'bad port'
    const read = (): string => readBaseUrl(url, false)
    if (isRefused) expect(read).toThrow(TypeError)
    else expect(read()).toBe(new URL(url).href)
  }
})
