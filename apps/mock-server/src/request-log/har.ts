import { STATUS_CODES } from 'node:http'
import * as v from 'valibot'
import { packageVersion } from '../http/package-version.ts'
import type { LogEntry } from './entry.ts'
import { sentRequestOf } from './sent-request.ts'

/** An HTTP Archive 1.2, which the network panels of browsers and proxies open. Fields of the mock's own begin with `_`. */
export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly entries: readonly HarEntry[]
  }
}

interface NamedText {
  readonly name: string
  readonly value: string
}

interface HarEntry {
  readonly startedDateTime: string
  readonly time: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly cookies: readonly NamedText[]
    readonly headers: readonly NamedText[]
    readonly queryString: readonly NamedText[]
    readonly postData?: { readonly mimeType: string; readonly text: string } | undefined
    readonly headersSize: number
    readonly bodySize: number
  }
  readonly response: {
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly cookies: readonly NamedText[]
    readonly headers: readonly NamedText[]
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string }
    readonly redirectURL: string
    readonly headersSize: number
    readonly bodySize: number
  }
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  readonly _faults: readonly string[]
  readonly _suggestions: readonly string[]
  readonly _orderId?: string | undefined
  readonly _ownAnswer?: string | undefined
}

const text = v.string()
const size = v.pipe(v.number(), v.integer(), v.minValue(-1))
const pairs = v.pipe(v.array(v.strictObject({ name: text, value: text })), v.readonly())
const texts = v.pipe(v.array(text), v.readonly())

/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). */
export const harSchema: v.GenericSchema<Har> = v.strictObject({
  log: v.strictObject({
    version: v.literal('1.2'),
    creator: v.strictObject({ name: text, version: text }),
    entries: v.pipe(
      v.array(
        v.strictObject({
          startedDateTime: text,
          time: v.number(),
          request: v.strictObject({
            method: text,
            url: text,
            httpVersion: text,
            cookies: pairs,
            headers: pairs,
            queryString: pairs,
            postData: v.optional(v.strictObject({ mimeType: text, text })),
            headersSize: size,
            bodySize: size,
          }),
          response: v.strictObject({
            status: v.pipe(v.number(), v.integer(), v.description('0 if nothing was answered, or no HTTP.')),
            statusText: text,
            httpVersion: text,
            cookies: pairs,
            headers: pairs,
            content: v.strictObject({ size, mimeType: text, text }),
            redirectURL: text,
            headersSize: size,
            bodySize: size,
          }),
          cache: v.strictObject({}),
          timings: v.strictObject({ send: v.number(), wait: v.number(), receive: v.number() }),
          _faults: texts,
          _suggestions: texts,
          _orderId: v.optional(text),
          _ownAnswer: v.optional(text),
        }),
      ),
      v.readonly(),
    ),
  }),
})

/** Returns requests as an HTTP Archive, their keys removed. What is not known, such as how long sending took, is 0 or -1 as HAR has it. */
export function harOf(entries: readonly LogEntry[]): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: '@orderwright/mock-server', version: packageVersion() },
      entries: entries.map(harEntry),
    },
  }
}

function harEntry(entry: LogEntry): HarEntry {
  const { at, durationMs = 0, faults, suggestions, orderId, ownAnswer } = entry
  return {
    startedDateTime: at,
    time: durationMs,
    request: harRequest(entry),
    response: harResponse(entry),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    _faults: faults.map(({ name, when }) => `${name} ${when}`),
    _suggestions: suggestions,
    _orderId: orderId,
    _ownAnswer: ownAnswer,
  }
}

function harRequest(entry: LogEntry): HarEntry['request'] {
  const { method, headers, fields } = entry
  const { url, kind } = sentRequestOf(entry)
  const form = String(new URLSearchParams(fields))
  const body = kind === 'json' ? JSON.stringify(fields) : form
  const isQuery = kind === 'query'
  return {
    method,
    url: isQuery && form !== '' ? `${url}?${form}` : url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairsOf(headers),
    queryString: isQuery ? pairsOf(fields) : [],
    postData: isQuery ? undefined : { mimeType: headers['content-type'] ?? '', text: body },
    headersSize: -1,
    bodySize: isQuery ? 0 : Number(headers['content-length'] ?? -1),
  }
}

function harResponse({ answer, sentHeaders = {} }: LogEntry): HarEntry['response'] {
  const { status = 0, body = '' } = answer ?? {}
  const length = Buffer.byteLength(body)
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairsOf(sentHeaders),
    content: { size: length, mimeType: sentHeaders['content-type'] ?? '', text: body },
    redirectURL: sentHeaders.location ?? '',
    headersSize: -1,
    bodySize: answer === undefined ? -1 : length,
  }
}

function pairsOf(record: Readonly<Record<string, string>>): readonly NamedText[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }))
}
