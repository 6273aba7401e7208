import { hasRefusedPort } from '@orderwright/client'
import { messages as texts } from './texts/en.generated.ts'

/** A usable base URL, or one sentence that says what to change. */
export type BaseUrl =
  | { readonly ok: true; readonly url: string; readonly originPattern: string }
  | { readonly ok: false; readonly sentence: string }

/**
 * Parses the address of an API as typed. Returns it normalised, with the pattern to ask permission for. `localhost`
 * becomes `127.0.0.1`: plain http is allowed for loopback alone, and that is one origin with one name.
 */
export function parseBaseUrl(text: string): BaseUrl {
  const trimmed = text.trim()
  if (trimmed === '') return no(texts.address.missing())
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(absolute)) return no(texts.address.unreadable())
  const url = new URL(absolute)
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  const sentence = problemOf(url)
  if (sentence !== undefined) return no(sentence)
  return {
    ok: true,
    url: url.href.replace(/\/$/, ''),
    originPattern: `${url.protocol}//${url.hostname}/*`,
  }
}

/** Says why a key that is stored does not go to another address. */
export function otherKey(baseUrl: string): string {
  return texts.otherKey({ host: new URL(baseUrl).host })
}

/** Returns the origin of an account's address, which is what its key belongs to; blank for what is no address. */
export function originOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : ''
}

function problemOf(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') {
    return texts.address.credentials()
  }
  if (url.search !== '' || url.hash !== '') return texts.address.query()
  if (hasRefusedPort(url)) return texts.address.port({ port: url.port })
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1') return undefined
  return texts.address.insecure()
}

function no(sentence: string): BaseUrl {
  return { ok: false, sentence }
}
