import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Redactions } from '../messages/redact.ts'
import { readAdd } from '../qqtube/add.ts'
import type { Answered, Exchange } from './exchange.ts'
import { outcomeOf } from './outcome.ts'

const redactions: Redactions = {
  redact: text => text.replaceAll('secret', '[key]'),
  redactValue: value => value,
}

function answered(httpStatus: number, body: unknown): Answered {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answered', httpStatus, text, excerpt: text, retryAfterMs: undefined }
}

const success = { status: 'success', id_service_submission: '7' }
const error = { status: 'error', messages: [{ id: 32, message: 'No.' }] }
const said = [{ id: '32', text: 'No.' }]

describe('the outcome of an answer', () => {
  test.each([
    [200, success, 'accepted'],
    [400, success, 'accepted'],
    [500, success, 'accepted'],
    [200, error, 'rejected'],
    [400, error, 'rejected'],
    [500, error, 'unknown'],
    [500, { status: 'error', messages: [{ id: 32, message: 'Service does not exist.' }] }, 'rejected'],
    [500, { status: 'error', messages: ['Invalid API key'] }, 'rejected'],
    [500, { status: 'error' }, 'unknown'],
    [200, { messages: [{ id: 32, message: 'No.' }] }, 'rejected'],
    [200, { status: 'Success', messages: [] }, 'rejected'],
    [200, { status: 'success' }, 'unknown'],
    [200, { status: 'success', id_service_submission: '' }, 'unknown'],
    [200, { status: 'success', id_service_submission: null }, 'unknown'],
    [200, { status: 'success', id_service_submission: 0 }, 'unknown'],
    [200, { status: 'success', id_service_submission: ['7'] }, 'unknown'],
    [400, { status: 'success' }, 'unknown'],
    [200, { status: 'error', id_service_submission: '7' }, 'unknown'],
    [200, { id_service_submission: '7' }, 'unknown'],
    [200, {}, 'unknown'],
    [200, [], 'unknown'],
    [200, 5, 'unknown'],
    [200, 'null', 'unknown'],
    [200, 'OK', 'unknown'],
    [200, '', 'unknown'],
    [204, '', 'unknown'],
    [399, '', 'unknown'],
    [400, '', 'rejected'],
    [403, '<html>', 'rejected'],
    [405, error, 'rejected'],
    [408, '', 'rejected'],
    [429, '', 'rejected'],
    [499, 'null', 'rejected'],
    [500, '', 'unknown'],
    [502, '<html>', 'unknown'],
    [503, {}, 'unknown'],
    [599, '', 'unknown'],
  ])('HTTP %i with %j is %s', (httpStatus, body, kind) => {
    expect(outcomeOf(answered(httpStatus, body), readAdd, redactions).kind).toBe(kind)
  })
})

describe('the outcome of a request that brought no whole answer', () => {
  const broken = { kind: 'broken', cause: 'network', reason: 'It broke.' } as const

  test.each<[string, Exchange, object]>([
    [
      'and surely did not arrive',
      { ...broken, mayHaveArrived: false, code: 'dns', httpStatus: undefined },
      { kind: 'not_sent', code: 'dns', reason: 'It broke.' },
    ],
    [
      'and may have arrived',
      { ...broken, mayHaveArrived: true, code: 'connection_lost', httpStatus: undefined },
      { kind: 'unknown', code: 'connection_lost', reason: 'It broke.', httpStatus: undefined },
    ],
    [
      'but a status of success',
      { ...broken, mayHaveArrived: true, code: 'connection_lost', httpStatus: 200 },
      { kind: 'unknown', code: 'connection_lost', reason: 'It broke.', httpStatus: 200 },
    ],
    [
      'but a status that refuses',
      { ...broken, mayHaveArrived: true, code: 'connection_lost', httpStatus: 403 },
      { kind: 'rejected', messages: [], httpStatus: 403 },
    ],
    [
      'but a status of failure',
      { ...broken, mayHaveArrived: true, code: 'connection_lost', httpStatus: 502 },
      { kind: 'unknown', code: 'connection_lost', reason: 'It broke.', httpStatus: 502 },
    ],
    [
      'but a redirect',
      { kind: 'redirected', httpStatus: 302, code: 'redirected', reason: 'Elsewhere.' },
      { kind: 'unknown', code: 'redirected', reason: 'Elsewhere.', httpStatus: 302 },
    ],
  ])('%s', (_, exchange, outcome) => {
    expect(outcomeOf(exchange, readAdd, redactions)).toStrictEqual(outcome)
  })
})

test('an accepted order carries all that the answer says of it', () => {
  const body = {
    status: 'success',
    messages: [{ id: 100, message: 'Added with secret.' }],
    id_service_submission: '123456',
    short_url: 'jofNR_WkoCE',
    long_url: 'https:\\/\\/www.youtube.com\\/watch?v=jofNR_WkoCE',
    start_count: 500000,
    wanted_count: '20000',
    current_count: 500000,
  }
  expect(outcomeOf(answered(200, body), readAdd, redactions)).toStrictEqual({
    kind: 'accepted',
    orderId: '123456',
    startCount: '500000',
    messages: [{ id: '100', text: 'Added with [key].' }],
    shortUrl: 'jofNR_WkoCE',
    longUrl: body.long_url,
    wantedCount: 20_000,
    currentCount: 500_000,
  })
})

test('a rejected order carries what the upstream said, the key removed', () => {
  const body = { status: 'error', messages: [{ id: 32, message: 'No.' }, 'Invalid API key: secret'] }
  expect(outcomeOf(answered(200, body), readAdd, redactions)).toStrictEqual({
    kind: 'rejected',
    messages: [...said, { id: undefined, text: 'Invalid API key: [key]' }],
    httpStatus: 200,
  })
})

test('an order is believed to be taken on success with an order number alone, whatever else comes', () => {
  const field = fc.constantFrom(undefined, null, '', 0, '7', 7, 'success', 'error', true, [], {}, 'Success')
  const status = fc.integer({ min: 200, max: 599 })
  fc.assert(
    fc.property(status, field, field, fc.anything(), (httpStatus, word, id, messages) => {
      const body = JSON.stringify({ status: word, id_service_submission: id, messages }) ?? ''
      const outcome = outcomeOf(answered(httpStatus, body), readAdd, redactions)
      const isNumber = id === '7' || id === 7
      expect(outcome.kind === 'accepted').toBe(word === 'success' && isNumber)
    }),
  )
})

test('no answer whatever makes it throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.object().map(value => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), text, (httpStatus, body) => {
      expect(['accepted', 'rejected', 'unknown']).toContain(
        outcomeOf(answered(httpStatus, body), readAdd, redactions).kind,
      )
    }),
  )
})
