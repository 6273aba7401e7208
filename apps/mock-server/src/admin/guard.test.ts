import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { control } from '../../test/control.ts'
import { createMockServer, type MockServer, type MockServerOptions } from '../server.ts'
import { tokenFor } from './guard.ts'

/** The status of a request with headers that fetch does not let anyone set. */
function statusWith(
  server: Pick<MockServer, 'url'>,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number | undefined> {
  const path = method === 'GET' ? '/__mock/clock' : '/__mock/reset'
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
}

describe('a server on a loopback address', () => {
  it.each([
    ['127.0.0.1', 200],
    ['127.0.0.1:80', 200],
    ['localhost:4010', 200],
    ['LOCALHOST', 200],
    ['mock.localhost:1', 200],
    ['[::1]:4010', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:4010', 403],
    ['192.168.1.2', 403],
  ])(
    'is controlled by the name %s with status %i: a foreign name may have been made to resolve here',
    async (host, status) => {
      await using server = await createMockServer()
      expect(await statusWith(server, { Host: host })).toBe(status)
    },
  )

  it.each([
    ['mock.test', 200],
    ['MOCK.test:4010', 200],
    ['mock', 200],
    ['localhost', 200],
    ['mock.test.evil.example', 403],
    ['evil.mock.test', 403],
  ])('that allows mock.test and mock is controlled by the name %s with status %i', async (host, status) => {
    await using server = await createMockServer({ allowedHosts: ['Mock.test', 'mock'] })
    expect(await statusWith(server, { Host: host })).toBe(status)
  })

  it.each(['http://mock.test', 'mock.test:80', '*', '', 'a b'])(
    'does not begin if it is to allow %j',
    async host => {
      await expect(createMockServer({ allowedHosts: [host] })).rejects.toThrow(
        new RangeError(
          `allowedHosts takes names such as mock.test, without scheme and port, was given '${host}'`,
        ),
      )
    },
  )

  it('is not controlled by a page of another origin', async () => {
    await using server = await createMockServer()
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      server.url.replace('http', 'https'),
    ]) {
      expect([origin, await statusWith(server, { Origin: origin }, 'POST')]).toEqual([origin, 403])
    }
    expect(await statusWith(server, { Origin: server.url }, 'POST')).toBe(204)
  })

  it('allows no page of another origin to read, or to ask first', async () => {
    await using server = await createMockServer()
    const read = await fetch(`${server.url}/__mock/clock`)
    const asked = await fetch(`${server.url}/__mock/reset`, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST' },
    })
    for (const { headers } of [read, asked]) {
      expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('asks for no token, unless it was given one', async () => {
    await using server = await createMockServer()
    expect(server.controlToken).toBeUndefined()
    await using guarded = await createMockServer({ controlToken: 'mock-token' })
    expect((await control(guarded, 'GET', '/clock')).status).toBe(401)
    expect((await control(guarded, 'GET', '/clock', undefined, bearer('mock-token'))).status).toBe(200)
  })
})

describe('a server on any other address', () => {
  const elsewhere: MockServerOptions = { host: '0.0.0.0' }

  it('asks for a token that it has made up, whoever asks by whatever name', async () => {
    await using server = await createMockServer(elsewhere)
    await using other = await createMockServer(elsewhere)
    const { controlToken = '' } = server
    expect(controlToken).toMatch(/^[\w-]{24}$/)
    expect(other.controlToken).not.toBe(controlToken)
    const local = { url: server.url.replace('0.0.0.0', '127.0.0.1') }
    expect((await control(local, 'GET', '/clock')).status).toBe(401)
    for (const wrong of ['', 'x', `${controlToken}x`, controlToken.slice(1)]) {
      expect((await control(local, 'POST', '/reset', undefined, bearer(wrong))).status).toBe(401)
    }
    const refused = await fetch(`${local.url}/__mock/clock`)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect(await control(local, 'GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect((await control(local, 'GET', '/clock', undefined, bearer(controlToken))).status).toBe(200)
    expect(await statusWith(local, { ...bearer(controlToken), Host: 'mock.test' })).toBe(200)
  })

  it('is not controlled without a token through an app that was lent to it', async () => {
    await using server = await createMockServer()
    const outside = Object.values(networkInterfaces())
      .flat()
      .find(found => found?.family === 'IPv4' && !found.internal)
    const own = createServer(server.app)
    await new Promise<void>(resolve => own.listen(0, '0.0.0.0', resolve))
    const { port } = Object(own.address())
    const url = `http://${outside?.address ?? '127.0.0.1'}:${port}`
    expect(await statusWith({ url }, { Host: '127.0.0.1' })).toBe(outside === undefined ? 200 : 403)
    await new Promise(resolve => own.close(resolve).closeAllConnections())
  })
})

describe('a host that needs no token', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.9.8.7', true],
    ['localhost', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['127.0.0.1.example', false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(tokenFor(host, undefined) === undefined).toBe(expected)
  })
})

function bearer(token: string): { readonly Authorization: string } {
  return { Authorization: `Bearer ${token}` }
}

it.each(['', ' ', 'two words', 'naïve'])(
  'the token %j, which no header can bring, is refused at the start',
  async controlToken => {
    await expect(createMockServer({ controlToken })).rejects.toThrow(RangeError)
  },
)
