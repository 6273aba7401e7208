import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPanelClient, createQqtubeClient } from '../src/index.ts'
import { order } from './fixtures.ts'
import { scriptedServer } from './scripted-server.ts'

type Encode = (text: string) => string

/** How a server may quote the key that it was given, inside the JSON text of its answer. */
const encodes: readonly Encode[] = [
  key => JSON.stringify(key).slice(1, -1),
  key => JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/'),
  key =>
    Array.from(
      { length: key.length },
      (_, index) => `\\u${key.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  encodeURIComponent,
  key => encodeURIComponent(encodeURIComponent(key)),
  key => new URLSearchParams([['', key]]).toString().slice(1),
  key => [...key].map(character => `&#${character.codePointAt(0)};`).join(''),
  key => [...key].map(character => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
]

/** Answers of every action, with a place for the key in each kind of field. */
const answers: readonly Encode[] = [
  echo =>
    `{"status":"success","messages":[{"id":"${echo}","message":"Took ${echo}"}],"id_service_submission":7,"short_url":"${echo}","long_url":"https://x.example/${echo}"}`,
  echo => `{"status":"error","messages":{"1":"${echo}"},"message":"No ${echo}"}`,
  echo => `{"status":"${echo}","id_service_submission":"${echo}"}`,
  echo => `{"funds":"${echo}","balance":"5","currency":"${echo}","order":"${echo}"}`,
  echo =>
    `[{"id_service_submission":1,"id_status":2,"short_url":"${echo}","id_service":"${echo}","date_added":"${echo}"}]`,
  echo =>
    `{"id_service_submission":1,"short_url":"${echo}","status":{"id_status":5,"name":"${echo}","type":"${echo}","description":"is ${echo}"}}`,
  echo =>
    `[{"id_service":1,"public_name":"${echo}","amount_minimum":"${echo}","prices":[],"${echo}":"${echo}","more":{"a":["${echo}"]}}]`,
  echo =>
    `[{"service":"1","name":"${echo}","type":"${echo}","rate":"${echo}","category":"${echo}","min":"1","max":"5","${echo}":["${echo}"]}]`,
  echo => `{"1":{"status":"${echo}","charge":"1","currency":"${echo}"},"2":{"error":"${echo}"}}`,
  echo => `{"1":"Bad ${echo}","2":{"status":{"error":"${echo}"}},"${echo}":1}`,
  echo => `[{"order":1,"refill":"${echo}"},{"order":2,"refill":{"error":"${echo}"}}]`,
  echo => `[{"refill":1,"status":"${echo}"},{"order":2,"cancel":"${echo}"}]`,
  echo => `{"error":{"message":"${echo}","fields":["${echo}"]}}`,
  echo => `{"status":"error","data":{"msg":"${echo}"},"errors":{"${echo}":["${echo}"]}}`,
  echo => `Denied: "${echo}"`,
  echo => `<html><title>${echo}</title>`,
]

const keys = fc
  .oneof(
    fc.stringMatching(/^[0-9a-f]{32}$/),
    fc.string({ minLength: 8, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 8, maxLength: 24 }),
  )
  .map(key => key.trim())
  // A mark in a key could complete what is looked for.
  .filter(key => key.length >= 8 && !/[[\]]/.test(key))

/** What comes of every method of both clients. */
async function outcomesOf(apiKey: string, baseUrl: string): Promise<readonly unknown[]> {
  const options = { apiKey, baseUrl, retry: { limit: 0 } }
  const qqtube = createQqtubeClient(options)
  const panel = createPanelClient(options)
  const results = await Promise.allSettled([
    qqtube.add(order),
    qqtube.funds(),
    qqtube.stats('1'),
    qqtube.submissions(),
    qqtube.services(),
    qqtube.statuses(['1']),
    allOf(qqtube.orders()),
    panel.add(order),
    panel.balance(),
    panel.services(),
    panel.status('1'),
    panel.statuses(['1', '2']),
    panel.refill(['1']),
    panel.refill(['1', '2']),
    panel.refillStatus('1'),
    panel.refillStatuses(['1', '2']),
    panel.cancel(['1', '2']),
  ])
  return results.map(result => (result.status === 'fulfilled' ? result.value : errorText(result.reason)))
}

async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

function errorText(error: unknown): unknown {
  return error instanceof Error ? [error.message, error.stack, { ...error }] : error
}

test('no key comes out of an answer, whatever it is made of and however the server writes it', async () => {
  let body = ''
  await using server = await scriptedServer(response => response.end(body))
  await fc.assert(
    fc.asyncProperty(
      keys,
      fc.nat({ max: encodes.length - 1 }),
      fc.nat({ max: answers.length - 1 }),
      async (key, encoding, form) => {
        const echo = encodes[encoding]?.(key) ?? ''
        body = answers[form]?.(echo) ?? ''
        const printed = JSON.stringify(await outcomesOf(key, server.url))
        for (const spelling of [key, echo, JSON.parse(`"${echo}"`)]) {
          expect(printed).not.toContain(JSON.stringify(spelling).slice(1, -1))
        }
      },
    ),
    { numRuns: 100 },
  )
})
