import { describe, expect, test } from 'vitest'
import { failureCode, isNeverConnected } from './never-connected.ts'

function fetchFailed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause })
}

function failure(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, syscall })
}

describe('isNeverConnected', () => {
  test.each([
    ['a refused connection', failure('ECONNREFUSED', 'connect'), true],
    ['a name that is not found', failure('ENOTFOUND', 'getaddrinfo'), true],
    ['a name server that does not answer', failure('EAI_AGAIN', 'getaddrinfo'), true],
    ['a connection that took too long to make', failure('UND_ERR_CONNECT_TIMEOUT'), true],
    ['a network that cannot be reached', failure('ENETUNREACH', 'connect'), true],
    ['a host that cannot be reached', failure('EHOSTUNREACH', 'connect'), true],
    ['a system that gave up connecting', failure('ETIMEDOUT', 'connect'), true],
    ['a certificate that has expired', failure('CERT_HAS_EXPIRED'), true],
    ['a certificate of another host', failure('ERR_TLS_CERT_ALTNAME_INVALID'), true],
    ['a certificate that nobody signed', failure('DEPTH_ZERO_SELF_SIGNED_CERT'), true],
    ['a host lost while reading', failure('EHOSTUNREACH', 'read'), false],
    ['a system that gave up reading', failure('ETIMEDOUT', 'read'), false],
    ['a network that went away while writing', failure('ENETUNREACH', 'write'), false],
    ['a reset', failure('ECONNRESET', 'read'), false],
    ['a closed socket', failure('UND_ERR_SOCKET'), false],
    ['a TLS failure that is no certificate', failure('EPROTO', 'write'), false],
    ['an unknown code', failure('E_NEW', 'connect'), false],
    ["a browser's words", undefined, false],
    ['a cause that is no error', 'ECONNREFUSED', false],
  ])('%s', (_, cause, isNever) => {
    expect(isNeverConnected(fetchFailed(cause))).toBe(isNever)
  })

  test('several addresses count only where none was connected to', () => {
    const attempts = (...syscalls: readonly string[]): AggregateError =>
      Object.assign(new AggregateError(syscalls.map(syscall => failure('ETIMEDOUT', syscall))), {
        code: 'ETIMEDOUT',
      })
    expect(isNeverConnected(fetchFailed(attempts('connect', 'connect')))).toBe(true)
    expect(isNeverConnected(fetchFailed(attempts('connect', 'read')))).toBe(false)
  })

  test.each([null, undefined, 'text', 1, {}])('%j proves nothing', thrown => {
    expect(isNeverConnected(thrown)).toBe(false)
  })
})

test('failureCode gives codes and nothing that could be more', () => {
  expect(failureCode(fetchFailed(failure('ECONNRESET')))).toBe('ECONNRESET')
  expect(failureCode(failure('UND_ERR_SOCKET'))).toBe('UND_ERR_SOCKET')
  expect(failureCode(fetchFailed(failure('https://host/?api_key=1')))).toBeUndefined()
  expect(failureCode(fetchFailed(undefined))).toBeUndefined()
})
