import { createPanelClient, createQqtubeClient, RefusedError } from '@orderwright/client'
import type { UpstreamKind } from '@orderwright/core'
import { originOf, parseBaseUrl } from '../accounts/base-url.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import type { Recognized } from './messages.ts'

/**
 * Recognises which API an address has, by asking it for the balance in the ways of both. A panel's way comes first: it has
 * the key in the body, where QQTube's has it in the address, which servers write down. Of an address that names a host
 * alone, the usual paths are tried too. Nothing is stored, and nothing is changed at the upstream.
 *
 * @throws {UserFacingError} if the text is no address.
 */
export async function recognize({
  baseUrl,
  key,
}: {
  readonly baseUrl: string
  readonly key: string
}): Promise<Recognized> {
  const base = parseBaseUrl(baseUrl)
  if (!base.ok) throw new UserFacingError(base.sentence)
  return await keepAlive(() => firstThatAnswers(triesAt(base.url), key.trim()))
}

interface Try {
  readonly kind: UpstreamKind
  readonly baseUrl: string
}

function triesAt(baseUrl: string): readonly Try[] {
  const asTyped = [
    { kind: 'panel', baseUrl },
    { kind: 'qqtube', baseUrl },
  ] as const
  if (new URL(baseUrl).pathname !== '/') return asTyped
  const origin = originOf(baseUrl)
  return [
    { kind: 'panel', baseUrl: `${origin}/api/v2` },
    { kind: 'qqtube', baseUrl: `${origin}/v1-api` },
    ...asTyped,
  ]
}

async function firstThatAnswers(tries: readonly Try[], apiKey: string): Promise<Recognized> {
  let isRefused = false
  for (const { kind, baseUrl } of tries) {
    const open = kind === 'panel' ? createPanelClient : createQqtubeClient
    try {
      await open({ apiKey, baseUrl, timeoutMs, retry: { limit: 0 } }).balance()
      return { kind: 'found', upstream: kind, baseUrl }
    } catch (error) {
      // Which of the two refused is not to be told: each reads the other's errors as one of its own.
      if (error instanceof RefusedError) isRefused = true
    }
  }
  return { kind: isRefused ? 'refused' : 'none' }
}

/** Somebody waits for it, in milliseconds. */
const timeoutMs = 8_000
