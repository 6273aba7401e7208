import { describe, expect, test } from 'vitest'
import { connectFailure, failureCode } from './never-connected.ts'

function fetchFailed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause })
}

function failure(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, syscall })
}

describe('connectFailure', () => {
  test.each([
    ['a refused connection', failure('ECONNREFUSED', 'connect'), 'connection_refused'],
    ['a name that is not found', failure('ENOTFOUND', 'getaddrinfo'), 'dns'],
    ['a name server that does not answer', failure('EAI_AGAIN', 'getaddrinfo'), 'dns'],
    ['a connection that took too long to make', failure('UND_ERR_CONNECT_TIMEOUT'), 'connect_failed'],
    ['a network that cannot be reached', failure('ENETUNREACH', 'connect'), 'connect_failed'],
    ['a host that cannot be reached', failure('EHOSTUNREACH', 'connect'), 'connect_failed'],
    ['a system that gave up connecting', failure('ETIMEDOUT', 'connect'), 'connect_failed'],
    ['a certificate that has expired', failure('CERT_HAS_EXPIRED'), 'certificate'],
    ['a certificate of another host', failure('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
    ['a certificate that nobody signed', failure('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
    ['a host lost while reading', failure('EHOSTUNREACH', 'read'), undefined],
    ['a system that gave up reading', failure('ETIMEDOUT', 'read'), undefined],
    ['a network that went away while writing', failure('ENETUNREACH', 'write'), undefined],
    ['a reset', failure('ECONNRESET', 'read'), undefined],
    ['a closed socket', failure('UND_ERR_SOCKET'), undefined],
    ['a TLS failure that is no certificate', failure('EPROTO', 'write'), undefined],
    ['an unknown code', failure('E_NEW', 'connect'), undefined],
    ["a browser's words", undefined, undefined],
    ['a cause that is no error', 'ECONNREFUSED', undefined],
  ])('%s', (_, cause, code) => {
    expect(connectFailure(fetchFailed(cause))).toBe(code)
  })

  test('several addresses count only where none was connected to', () => {
    const attempts = (...syscalls: readonly string[]): AggregateError =>
      Object.assign(new AggregateError(syscalls.map(syscall => failure('ETIMEDOUT', syscall))), {
        code: 'ETIMEDOUT',
      })
    expect(connectFailure(fetchFailed(attempts('connect', 'connect')))).toBe('connect_failed')
    expect(connectFailure(fetchFailed(attempts('connect', 'read')))).toBeUndefined()
  })

  test.each([null, undefined, 'text', 1, {}])('%j proves nothing', thrown => {
    expect(connectFailure(thrown)).toBeUndefined()
  })
})

test('failureCode gives codes and nothing that could be more', () => {
  expect(failureCode(fetchFailed(failure('ECONNRESET')))).toBe('ECONNRESET')
  expect(failureCode(failure('UND_ERR_SOCKET'))).toBe('UND_ERR_SOCKET')
  expect(failureCode(fetchFailed(failure('https://host/?api_key=1')))).toBeUndefined()
  expect(failureCode(fetchFailed(undefined))).toBeUndefined()
})
