import { readBaseUrl } from './base-url.ts'
import { checkedInteger, checkedText } from './check-option.ts'
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

/** @throws {TypeError} {@link RangeError} naming the option, never the key. */
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
