import type { Fetch } from './exchange.ts'
import type { RetrySettings } from './retry-read.ts'

export interface ClientOptions {
  /** Sent with each request and nowhere else: it is in no error and no property of the client. */
  readonly apiKey: string
  /** An absolute https URL; http for loopback. */
  readonly baseUrl?: string | undefined
  /** Takes http for other hosts too, such as a mock server in a container. Default false: it shows the key to anyone on the way. */
  readonly allowPlainHttp?: boolean | undefined
  /** Default: `globalThis.fetch`. */
  readonly fetch?: Fetch | undefined
  /** For each call, its retries included, in milliseconds: 1 to 600 000. Default 25 000, within the 30 s that a service worker lives. */
  readonly timeoutMs?: number | undefined
  /** How reads are repeated. An `add` never is. */
  readonly retry?: RetryOptions | undefined
}

export interface RetryOptions {
  /** How often a read is repeated: 0 to 10. Default 2, so three requests at most. */
  readonly limit?: number | undefined
  /** The pause before the first repetition, in milliseconds: 0 to 60 000. Default 300. Each further one is twice as long, and chance stretches each up to twofold. */
  readonly minDelayMs?: number | undefined
  /** The longest such pause, in milliseconds: 0 to 60 000. Default 5000. An upstream's `Retry-After` comes on top. */
  readonly maxDelayMs?: number | undefined
}

export interface ClientSettings {
  readonly apiKey: string
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly timeoutMs: number
  readonly retry: RetrySettings
}

export function checkedTimeout(timeoutMs: number): number {
  return checkedInteger('timeoutMs', timeoutMs, 1, 600_000)
}

/** Reads the options of a client. @throws {TypeError} {@link RangeError} naming the option, never the key. */
export function readClientOptions(options: ClientOptions, defaultBaseUrl?: string): ClientSettings {
  const baseUrl = checkedText('baseUrl', options.baseUrl ?? defaultBaseUrl)
  const { limit = 2, minDelayMs = 300, maxDelayMs = 5000 } = options.retry ?? {}
  return {
    apiKey: checkedText('apiKey', options.apiKey).trim(),
    baseUrl: readBaseUrl(baseUrl, options.allowPlainHttp ?? false),
    // Looked up at each call: a browser's fetch must be called on its own global object.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs: checkedTimeout(options.timeoutMs ?? 25_000),
    retry: {
      limit: checkedInteger('retry.limit', limit, 0, 10),
      minDelayMs: checkedInteger('retry.minDelayMs', minDelayMs, 0, 60_000),
      maxDelayMs: checkedInteger('retry.maxDelayMs', maxDelayMs, 0, 60_000),
    },
  }
}

/** The ports that every `fetch` refuses, whatever listens there. (Fetch Standard, "port blocking".) */
const refusedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/**
 * Returns whether a URL has a port that every `fetch` refuses, whatever listens there: a request to it never leaves.
 *
 * @example
 * ```ts
 * hasRefusedPort(new URL('http://localhost:6000/api')) // true
 * hasRefusedPort(new URL('http://localhost:8080/api')) // false
 * ```
 */
export function hasRefusedPort(url: URL): boolean {
  return url.port !== '' && refusedPorts.has(Number(url.port))
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export function isLoopback(url: string): boolean {
  return loopback.test(new URL(url).hostname)
}

/**
 * Returns the address that requests go to. It is not printed in the errors, since a key may stand in it.
 *
 * @throws {TypeError} unless it is an absolute https URL without user, query and fragment. Plain http is taken
 *   for loopback, and elsewhere only if `allowPlainHttp` says so: the key would travel in clear. A port that
 *   `fetch` refuses is an error here, since no order could ever leave.
 */
export function readBaseUrl(baseUrl: string, allowPlainHttp: boolean): string {
  if (!URL.canParse(baseUrl)) throw new TypeError('baseUrl must be an absolute URL')
  const url = new URL(baseUrl)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must have no user, query or fragment')
  }
  if (hasRefusedPort(url)) {
    throw new TypeError(`baseUrl must have a port that fetch allows, was given ${url.port}`)
  }
  if (url.protocol === 'https:') return url.href
  if (url.protocol !== 'http:') throw new TypeError(`baseUrl must be https, was given ${url.protocol}`)
  if (!allowPlainHttp && !isLoopback(url.href)) {
    throw new TypeError('baseUrl must be https: over plain http anyone on the way reads the key')
  }
  return url.href
}
/** Returns a whole number. @throws {TypeError} if it is no whole number. {@link RangeError} if it is out of bounds, both included. */
export function checkedInteger(name: string, value: number, least: number, greatest: number): number {
  if (!Number.isInteger(value))
    throw new TypeError(`${name} must be a whole number, was given ${String(value)}`)
  if (value < least || value > greatest) {
    throw new RangeError(`${name} must be ${least} to ${greatest}, was given ${value}`)
  }
  return value
}

/** Returns a text. @throws {TypeError} if it is no text. */
export function checkedString(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string, was given ${typeof value}`)
}

/** Returns a text that is not blank. @throws {TypeError} if it is no text, or blank. The value is not printed. */
export function checkedText(name: string, value: unknown): string {
  checkedString(name, value)
  if (value.trim() === '') throw new TypeError(`${name} must not be blank`)
  return value
}
