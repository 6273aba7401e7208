import { seededInteger } from '../../src/simulator/random.ts'

/** A request that a confused or hostile client might send, as bytes. */
export interface FuzzedRequest {
  readonly bytes: Buffer
  /** Whether it is HTTP as far as its line and its headers go. */
  readonly isHttp: boolean
}

/** The same for the same seed and number. */
export function fuzzedRequest(seed: string, number: number): FuzzedRequest {
  let draws = 0
  const draw = (most: number): number => {
    draws += 1
    return seededInteger(seed, [String(number), String(draws)], 0, most)
  }
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[draw(items.length - 1)] ?? items[0]
  const junk = (most: number): Buffer => Buffer.from(Array.from({ length: draw(most) }, () => draw(255)))

  const value = (): string =>
    pick([...values, () => junk(30).toString('latin1'), () => '9'.repeat(draw(400))])()
  const fields = (): readonly (readonly [string, string])[] => [
    ...(draw(9) > 0 ? [[pick(['api_key', 'key']), pick(keys)] as const] : []),
    ...(draw(9) > 0 ? [['action', pick(actions)] as const] : []),
    ...Array.from({ length: draw(6) }, () => [draw(9) > 0 ? pick(names) : value(), value()] as const),
  ]
  const body = (type: string): Buffer => {
    if (draw(9) === 0) return junk(300)
    if (type.includes('json')) return jsonBody(fields(), draw)
    if (type.includes('multipart')) return multipartBody(fields())
    return Buffer.from(form(fields()))
  }
  const http = (): FuzzedRequest => {
    const type = pick(types)
    const method = pick(methods)
    const sent = method === 'GET' || draw(4) === 0 ? Buffer.alloc(0) : body(type)
    const query = draw(2) === 0 ? `?${form(fields())}` : ''
    const head = [
      `${method} ${pick(paths)}${query} HTTP/1.1`,
      ...(draw(50) === 0 ? [] : ['Host: mock']),
      'Connection: close',
      ...(type === '' ? [] : [`Content-Type: ${type}`]),
      ...(draw(20) === 0 ? [`Content-Encoding: ${pick(['gzip', 'br', 'x'])}`] : []),
      ...(draw(50) === 0 ? ['Expect: everything'] : []),
      `Content-Length: ${sent.length}`,
    ]
    return { bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), sent]), isHttp: true }
  }
  /** What was HTTP, with some of its bytes changed, cut or doubled. */
  const broken = (): FuzzedRequest => {
    const bytes = Buffer.from(http().bytes)
    for (let count = draw(8); count >= 0; count -= 1) bytes[draw(bytes.length - 1)] = draw(255)
    const cut = draw(3) === 0 ? bytes.subarray(0, draw(bytes.length)) : bytes
    return { bytes: draw(5) === 0 ? Buffer.concat([cut, cut]) : cut, isHttp: false }
  }
  const kind = draw(9)
  if (kind === 0) return { bytes: junk(500), isHttp: false }
  return kind < 3 ? broken() : http()
}

const keys = ['mock-key-qqtube', 'mock-key-panel', 'wrong', ''] as const
const actions = [
  'add',
  'stats',
  'submissions',
  'funds',
  'services',
  'status',
  'refill',
  'refill_status',
  'cancel',
  'balance',
  'undefined',
  'toString',
  '__proto__',
] as const
const names = [
  'url',
  'link',
  'quantity',
  'id_service',
  'service',
  'order',
  'orders',
  'refill',
  'refills',
  'limit',
  'id_service_submission',
  'drip',
  'runs',
  'interval',
  'comments',
  'usernames',
  'username',
  'min',
  'max',
  'posts',
  'old_posts',
  'delay',
  'expiry',
  'share_type',
  '__proto__',
  'constructor',
] as const
const values = [
  () => '1',
  () => '2',
  () => '46',
  () => '54',
  () => '100',
  () => '1000',
  () => '123456',
  () => '123456,123457',
  () => '-1',
  () => '0',
  () => '1e9',
  () => '0x10',
  () => 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  () => 'undefined',
  () => '',
  () => '\u0000',
  () => '\ud800',
  () => '31/12/2099',
  () => 'a\nb\nc',
] as const
const methods = [
  'GET',
  'POST',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'M-SEARCH',
] as const
const paths = [
  '/v1-api',
  '/v1-api',
  '/v1-api/',
  '/api/v2',
  '/api/v2',
  '/api/v2/',
  '/',
  '/V1-API',
  '/v1-api/../api/v2',
  '/%ff',
  '//',
  '/api/v2/%00',
  '/__mock/x',
  '/__mock/request-log/find',
  '/__mock/request-log/verify-order',
  '/__mock/health',
  '/__mock/request-log/har',
  '/__mock/request-log/curl',
  '/__mock/faults',
  '/__mock/answers',
  '/__mock/dialect',
  '/__mock/verify-end',
  '/__mock/behaviours',
  '/__mock/orders/%ff',
  'http://mock/v1-api',
  '*',
] as const
const types = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/json',
  'application/json; charset=utf-16',
  'application/json;charset=x-none',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'multipart/mixed; boundary=b',
  'text/plain',
  '/;=',
  '',
] as const

type Entries = readonly (readonly [string, string])[]

function form(entries: Entries): string {
  const parameters = new URLSearchParams()
  for (const [name, text] of entries) parameters.append(name, text)
  return String(parameters)
}

function jsonBody(entries: Entries, draw: (most: number) => number): Buffer {
  const shapes: readonly unknown[] = [[], {}, null, 1, true, [[1]], { toString: null }]
  const shaped = entries.map(([name, text]) => [name, draw(3) === 0 ? shapes[draw(shapes.length - 1)] : text])
  const json = JSON.stringify(draw(9) === 0 ? shapes[draw(shapes.length - 1)] : Object.fromEntries(shaped))
  return Buffer.from(draw(9) === 0 ? '['.repeat(draw(5000)) : json)
}

function multipartBody(entries: Entries): Buffer {
  const parts = entries.map(
    ([name, text]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  )
  return Buffer.from(`${parts.join('')}--b--\r\n`)
}
