import { describe, expect, test } from 'vitest'
import { readBaseUrl } from './base-url.ts'

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
