import { describe, expect, it } from 'vitest'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'
import { control } from './control.ts'

/** Characters. What takes time by the square of it would not end before the test does, which takes 0.2 s. */
const size = 150_000
const timeout = 20_000

const long = (part: string): string => part.repeat(size / part.length)

const texts: readonly (readonly [string, string])[] = [
  ['letters', long('x')],
  ['digits', long('9')],
  ['zeros', long('0')],
  ['a fraction', `1.${long('0')}1`],
  ['blanks within', `1${long(' ')}1`],
  ['lines', long('\n')],
  ['lines with a letter', long('x\n')],
  ['returns', long('\r')],
  ['commas', long(',')],
  ['ids', long('1,')],
  ['ids and blanks', long('1 ,   ')],
  ['slashes', long('/')],
  ['a link of letters with a blank', `https://${long('x')} x`],
  ['a link of slashes', `https://www.youtube.com/${long('@/')} x`],
  ['a path of dots', `https://youtube.com/${long('.')}`],
  ['a query of a link', `https://www.youtube.com/watch?${long('v=')}`],
  ['words', long('aB_')],
  ['quotes', long('"')],
  ['backslashes', long('\\')],
  ['escaped quotes', `{${long('\\"')}`],
  ['invisible characters', long('\u200B')],
  ['codes', long('%25')],
]

async function send(
  server: MockServer,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  // Multipart has no escapes that would make it longer than may be.
  const body = new FormData()
  for (const [name, text] of Object.entries(fields)) body.append(name, text)
  return (await fetch(server.url + path, { method: 'POST', body })).status
}

describe('a field as long as a body gets its answer', { timeout }, () => {
  it.each(texts)('of %s', async (_, text) => {
    await using server = await createMockServer({
      accounts: [
        { key: mockQqtubeKey, funds: '1000000' },
        { upstream: 'panel', key: mockPanelKey, funds: '1000000' },
      ],
    })
    const [panel, qqtube] = [{ key: mockPanelKey }, { api_key: mockQqtubeKey }]
    const placed = { action: 'add', service: '3', link: 'https://example.com/a', quantity: '100' }
    const subscribed = { action: 'add', service: '39', username: 'a', min: '20', max: '50', delay: '0' }
    const submitted = { action: 'add', id_service: '1', url: 'https://example.com/a', quantity: '20000' }
    const requests: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/api/v2', { ...panel, ...placed, link: text }],
      ['/api/v2', { ...panel, ...placed, quantity: text }],
      ['/api/v2', { ...panel, ...placed, runs: text, interval: '5' }],
      ['/api/v2', { ...panel, ...placed, service: '18', comments: text }],
      ['/api/v2', { ...panel, ...placed, service: text }],
      ['/api/v2', { ...panel, ...subscribed, expiry: text }],
      ['/api/v2', { ...panel, ...subscribed, username: text, posts: '1' }],
      ['/api/v2', { ...panel, ...subscribed, posts: text }],
      ['/api/v2', { ...panel, action: 'status', orders: text }],
      ['/api/v2', { ...panel, action: text }],
      ['/api/v2', { key: text, action: 'balance' }],
      ['/v1-api', { ...qqtube, ...submitted, url: text }],
      ['/v1-api', { ...qqtube, ...submitted, id_service: '18', quantity: '5', comments: text }],
      ['/v1-api', { ...qqtube, action: 'submissions', id_service_submission: text }],
      ['/v1-api', { ...qqtube, action: 'submissions', limit: text }],
    ]
    for (const [path, fields] of requests) expect(await send(server, path, fields)).toBe(200)
    // Answers that hold it are rewritten, and cut.
    for (const fault of [
      'numbers-as-strings',
      'missing-item',
      'unknown-status',
      'missing-order-id',
    ] as const) {
      server.control.faults.add({ fault, upstream: 'qqtube' })
      expect(
        await send(server, '/v1-api', {
          ...qqtube,
          ...submitted,
          url: `https://example.com/${text.replace(/\s/g, '')}`,
        }),
      ).toBe(200)
    }
    expect((await control(server, 'GET', '/request-log?limit=2')).status).toBe(200)
    // Zeros are a time.
    const { status } = await control(server, 'POST', '/clock/advance', { duration: text })
    expect([200, 422]).toContain(status)
    expect((await control(server, 'POST', '/behaviours', { behaviour: text })).status).toBe(422)
    expect((await control(server, 'POST', '/faults', { fault: text })).status).toBe(400)
  })
})

it.each(texts)(
  'a catalogue that is %s is answered, also by faults that rewrite it',
  { timeout },
  async (_, text) => {
    await using server = await createMockServer({ catalogue: { panel: `[{"a":"${text}` } })
    const names = ['numbers-as-strings', 'strings-as-numbers', 'missing-item', 'unknown-status'] as const
    for (const fault of names) {
      server.control.faults.add({ fault })
      expect(await send(server, '/api/v2', { key: mockPanelKey, action: 'services' })).toBe(200)
    }
    expect(server.control.catalogue.services('panel')).toEqual([])
  },
)

it('a field of a name of 100 KB, or a hundred thousand fields, get an error', async () => {
  await using server = await createMockServer()
  const {
    url,
    control: { requestLog },
  } = server
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  for (const part of [
    'x'.repeat(100_000),
    'a=1&'.repeat(100_000),
    'service_id='.repeat(9000),
    '&'.repeat(size),
  ]) {
    const body = `key=${mockPanelKey}&action=balance&${part}`
    await (await fetch(`${url}/api/v2`, { method: 'POST', headers, body })).arrayBuffer()
  }
  expect(requestLog.list().map(({ suggestions }) => suggestions[0])).toEqual([
    'A field has a name of more than 1,000 characters.',
    'The request has more than 1,000 fields.',
    expect.any(String),
    undefined,
  ])
})
