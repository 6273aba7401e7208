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
    ['a fragment', 'https://panel.example/#secret', 'baseUrl must have no user, query or fragment'],
  ])('%s', (_, url, message) => {
    const read = (): string => readBaseUrl(url, false)
    expect(read).toThrow(TypeError)
    expect(read).toThrow(message)
    expect(read).not.toThrow(/secret/)
  })
})
