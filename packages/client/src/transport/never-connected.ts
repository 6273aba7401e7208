import type { NotSentCode } from '../errors/outcome-code.ts'
import { isLoopback } from './options.ts'

/** Name resolution and refusal: there was nobody to send to. */
const always: ReadonlyMap<string, NotSentCode> = new Map([
  ['ECONNREFUSED', 'connection_refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect_failed'],
])

/** These come from an open connection too, so they count if the system call was `connect`. */
const whileConnecting: ReadonlySet<string> = new Set([
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ETIMEDOUT',
])

/** The certificate is judged before a byte of the request is sent. */
const certificate: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * Returns why no connection was made, if what `fetch` threw proves that none was, and so that nothing was sent. Only Node
 * says so, in the cause's code; a browser's "Failed to fetch" proves nothing.
 */
export function connectFailure(error: unknown): NotSentCode | undefined {
  const code = failureCode(error)
  if (code === undefined) return undefined
  if (certificate.has(code)) return 'certificate'
  const wasConnecting = (): boolean => attemptsOf(causeOf(error)).every(attempt => attempt === 'connect')
  return always.get(code) ?? (whileConnecting.has(code) && wasConnecting() ? 'connect_failed' : undefined)
}

/** Returns the code of what went wrong underneath, such as `ECONNRESET`: letters, digits and `_` only. */
export function failureCode(error: unknown): string | undefined {
  const code = read(causeOf(error), 'code')
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined
}

/** Returns the system calls that failed: several addresses of one host are tried in turn, each with an error. */
function attemptsOf(cause: unknown): readonly unknown[] {
  const errors = read(cause, 'errors')
  const attempts: readonly unknown[] = Array.isArray(errors) && errors.length > 0 ? errors : [cause]
  return attempts.map(attempt => read(attempt, 'syscall'))
}

function causeOf(error: unknown): unknown {
  return read(error, 'cause') ?? error
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/**
 * Returns whether a browser says that it is offline. It is believed before sending, never after: an order may have been taken
 * just before the line went. Loopback is reached without a line.
 */
export function isOffline(url: string): boolean {
  const { navigator } = globalThis
  return navigator !== undefined && 'onLine' in navigator && navigator.onLine === false && !isLoopback(url)
}
