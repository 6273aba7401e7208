import { describe, expect, test } from 'vitest'
import { type ClientOptions, readClientOptions } from './options.ts'

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
