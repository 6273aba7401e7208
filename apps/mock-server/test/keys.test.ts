import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestLine } from '../src/cli/request-line.ts'
import { createMockServer, type MockServer, mockPanelKey } from '../src/index.ts'
import { control } from './control.ts'

const secret = 'Qq7/secret_key+of "two" words'

/** Every way in which a client, a proxy or a library may write a key, as a text that reads as it once it is decoded. */
const encodings: readonly (readonly [string, (key: string) => string])[] = [
  ['as it is', key => key],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded twice', key => encodeURIComponent(encodeURIComponent(key))],
  ['percent-encoded three times', key => encodeURIComponent(encodeURIComponent(encodeURIComponent(key)))],
  ['by codes of all its bytes', key => codes(key)],
  ['by codes in capitals', key => codes(key).toUpperCase()],
  ['as a form writes it', key => String(new URLSearchParams({ '': key })).slice(1)],
  ['as JSON', key => JSON.stringify(key).slice(1, -1)],
  ['as JSON with slashes escaped', key => JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
  ['as JSON by numbers', key => numbers(key)],
  ['as JSON in JSON', key => JSON.stringify(numbers(key)).slice(1, -1)],
  ['as JSON, percent-encoded', key => encodeURIComponent(numbers(key))],
]

function codes(key: string): string {
  return [...Buffer.from(key)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

function numbers(key: string): string {
  return Array.from({ length: key.length }, (_, at) => numberOf(key.charCodeAt(at))).join('')
}

function numberOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

/** Whether a text holds the key in any of the ways, in any part of it. */
function holds(text: string, key: string): boolean {
  return encodings.some(([, encode]) => text.includes(encode(key)))
}

type Send = (server: MockServer, written: string) => Promise<unknown>

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const json = { 'Content-Type': 'application/json' }
const order = `action=add&service=1&quantity=1000`

const places: readonly (readonly [string, Send])[] = [
  ['the link', (server, written) => panel(server, { link: `https://example.com/?k=${written}&l=1` })],
  ['all of the link', (server, written) => panel(server, { link: written })],
  ['the action', (server, written) => panel(server, { action: written })],
  ['the name of a field', (server, written) => panel(server, { [written]: '1' })],
  ['a field that is none', (server, written) => panel(server, { note: `so: ${written}` })],
  ['a quantity', (server, written) => panel(server, { quantity: written })],
  ['a link as it is in the form', (server, written) => raw(server, `/api/v2`, `${order}&link=${written}`)],
  ['the query', (server, written) => raw(server, `/api/v2?x=${encodeURI(written)}`, order)],
  ['another path', (server, written) => raw(server, `/elsewhere/${encodeURI(written)}`, '')],
  ['a path of control', (server, written) => raw(server, `/__mock/orders/${encodeURI(written)}`, '')],
  [
    'nested JSON',
    (server, written) => sendJson(server, { link: { to: [written] }, [written]: { a: written } }),
  ],
  ['JSON as a text', (server, written) => panel(server, { comments: `{"a":["${written}"]}` })],
  ['X-Api-Key', (server, written) => panel(server, { 'X-Api-Key': written })],
  ['a field called my_key', (server, written) => panel(server, { my_key: written })],
]

function panel(server: MockServer, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const all = { key: secret, action: 'add', service: '1', quantity: '1000', link: 'a', ...fields }
  return raw(server, '/api/v2', String(new URLSearchParams(all)))
}

async function raw(server: MockServer, path: string, body: string): Promise<string> {
  const init = body === '' ? {} : { method: 'POST', headers: form, body }
  return (await fetch(server.url + path, init)).text()
}

async function sendJson(server: MockServer, fields: unknown): Promise<string> {
  const body = JSON.stringify({ key: secret, action: 'add', service: '1', ...Object(fields) })
  return (await fetch(`${server.url}/api/v2`, { method: 'POST', headers: json, body })).text()
}

/** Sends the key in each of its ways, and collects what the server shows, logs, says and keeps of it. */
async function allThatIsShown(
  send: Send,
  options: { readonly isStrict: boolean; readonly stateFile: string },
): Promise<readonly string[]> {
  const accounts = [{ upstream: 'panel', key: secret, funds: '1000000' }] as const
  await using server = await createMockServer({ ...options, accounts })
  const { requestLog } = server.control
  const shown: string[] = []
  requestLog.subscribe(entry => shown.push(requestLine(entry, false)))
  for (const [, encode] of encodings) {
    const answer = String(await send(server, encode(secret)))
    // What the API itself answers may be the link, as it was sent.
    if (answer.startsWith('{"type":"about:blank"')) shown.push(answer)
  }
  for (const { path, action = '', fields, suggestions, ...rest } of requestLog.list()) {
    shown.push(path, action, ...Object.entries(fields).flat(), ...suggestions, JSON.stringify(rest))
  }
  for (const path of ['/request-log', '/orders']) shown.push((await control(server, 'GET', path)).text)
  return [...shown, JSON.stringify(requestLog.list()), readFileSync(options.stateFile, 'utf8')]
}

describe('no key of an account is shown, wherever and however a client wrote it', () => {
  it.each(places)('in %s', async (place, send) => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-keys-'))
    try {
      for (const isStrict of [false, true]) {
        const shown = await allThatIsShown(send, { isStrict, stateFile: join(folder, `${isStrict}.json`) })
        for (const text of shown) expect(holds(text, secret), `${place}: ${text.slice(0, 500)}`).toBe(false)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('of any key, in any order of encodings, amid any text', async () => {
    const key = fc
      .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
      .filter(text => text.trim() === text && Buffer.from(text).length > 8 && text.length >= 8)
    const written = fc.array(fc.constantFrom(...encodings), { minLength: 0, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(key, written, fc.string(), async (own, ways, around) => {
        const text = ways.reduce((current, [, encode]) => encode(current), own)
        await using server = await createMockServer({ accounts: [{ upstream: 'panel', key: own }] })
        await panel(server, { key: own, link: `${around}${text}${around}` })
        const [entry] = server.control.requestLog.list()
        expect(JSON.stringify(entry?.fields.link)).not.toContain(JSON.stringify(text).slice(1, -1))
      }),
      { numRuns: 200 },
    )
  })

  it('in what a query of a test asks for in vain', async () => {
    await using server = await createMockServer()
    const verify = (): void => server.control.requestLog.verify({ fields: { link: mockPanelKey } }, 1)
    expect(verify).toThrow('fields.link "[redacted]"')
  })

  it('for the name of an account', async () => {
    await using server = await createMockServer()
    expect(() => server.control.accounts.add({ key: secret, name: `it is ${secret}` })).toThrow(
      "An account's name must not hold its key",
    )
  })
})
