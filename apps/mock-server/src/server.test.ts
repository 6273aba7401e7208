import { createServer } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, reply } from '../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from './server.ts'

describe('createMockServer', () => {
  it('runs many at once that share nothing', async () => {
    const servers = await Promise.all(Array.from({ length: 20 }, () => createMockServer()))
    try {
      await Promise.all(servers.slice(0, 10).map(server => ask(server, 'POST', order)))
      const funds = servers.map(({ control }) => control.accounts.funds(mockQqtubeKey))
      expect(funds).toEqual([...Array(10).fill('956'), ...Array(10).fill('1000')])
      expect(new Set(servers.map(({ url }) => url)).size).toBe(20)
    } finally {
      await Promise.all(servers.map(server => server.close()))
    }
  })

  it('answers and logs the same, byte for byte, for the same seed and requests', async () => {
    const run = async (seed: string): Promise<string> => {
      await using server = await createMockServer({ seed, clock: { isHeld: true } })
      const texts = [(await ask(server, 'POST', order)).text]
      server.control.clock.advance(61_000)
      texts.push((await ask(server, 'POST', { ...order, id_service: '54' })).text)
      texts.push((await ask(server, 'POST', { action: 'submissions' })).text)
      const seen = JSON.stringify([texts, server.control.requestLog.list(), server.control.orders.list()])
      // A request says at which port it is meant for this server.
      return seen.replaceAll(new URL(server.url).host, 'mock')
    }
    const first = await run('one')
    expect(await run('one')).toBe(first)
    expect(await run('another')).not.toBe(first)
  })

  it('ends every connection when it closes, and can be closed again', async () => {
    const server = await createMockServer()
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    await new Promise(resolve => socket.once('connect', resolve))
    const ended = new Promise(resolve => socket.once('close', resolve))
    await ask(server, 'GET', { action: 'funds' })
    socket.resume()
    await server.close()
    await ended
    await server.close()
    await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  })

  it('rejects with what Node says where its port is taken', async () => {
    await using server = await createMockServer()
    const port = Number(new URL(server.url).port)
    await expect(createMockServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('lends its app to a server of your own', async () => {
    await using server = await createMockServer()
    const own = createServer(server.app)
    await new Promise<void>(resolve => own.listen(0, '127.0.0.1', resolve))
    const address = Object(own.address())
    const { body } = await ask({ url: `http://127.0.0.1:${address.port}` }, 'GET', { action: 'funds' })
    expect(body).toEqual({ funds: '1000' })
    await new Promise(resolve => own.close(resolve).closeAllConnections())
  })

  it('listens on this machine alone', async () => {
    await using server = await createMockServer()
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
  })

  it.each([
    ['port', { port: -1 }],
    ['port', { port: 65_536 }],
    ['startsAt', { clock: { startsAt: 'soon' } }],
    ['catalogue', { catalogue: { qqtube: () => undefined } }],
  ])('refuses a %s that is none', async (_, options) => {
    await expect(createMockServer(options)).rejects.toThrow(/port|startsAt|catalogue/)
  })

  it('plays a catalogue that is none as it is, and says what is wrong with it', async () => {
    await using server = await createMockServer({ catalogue: { qqtube: '<html>' } })
    const query = `api_key=${mockQqtubeKey}&action=services`
    expect(await (await fetch(`${server.url}/v1-api?${query}`)).text()).toBe('<html>')
    expect(server.control.catalogue.services('qqtube')).toEqual([])
    expect(server.control.catalogue.problems('qqtube')).toMatchObject([{ code: 'not_a_catalogue' }])
  })
})

describe('any bytes', () => {
  it('on another path get a problem that says what there is', async () => {
    await using server = await createMockServer()
    for (const path of ['/', '/v1-apis', '/api', '/%ff', '/v1-api/x', `/x?${'a&'.repeat(2000)}`]) {
      const answer = await reply(await fetch(server.url + path))
      expect(answer).toMatchObject({
        status: 404,
        contentType: 'application/problem+json',
        body: { title: 'Not Found', status: 404, detail: expect.stringContaining('/v1-api') },
      })
    }
  })

  it('in a body of any kind get an answer in the form of the API', async () => {
    await using server = await createMockServer()
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      '',
      'text/plain',
      '/;=',
      'application/json; charset=utf-16',
    ]
    const bodies = fc.oneof(
      fc.uint8Array(),
      fc.json().map(text => new TextEncoder().encode(text)),
      fc
        .string()
        .map(text =>
          new TextEncoder().encode(`--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${text}\r\n--b--`),
        ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        bodies,
        fc.constantFrom('GET', 'POST', 'PUT'),
        async (type, body, method) => {
          const init = method === 'GET' ? {} : { body: new Uint8Array(body) }
          const response = await fetch(`${server.url}/v1-api`, {
            method,
            ...init,
            headers: { 'Content-Type': type },
          })
          expect([200, 400, 405, 413, 415]).toContain(response.status)
          expect(await response.json()).toMatchObject({ status: 'error' })
        },
      ),
    )
  })

  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', '46', '6', '39', '100', '1e9', '-0', '9'.repeat(400), '1,2', 'https://example.com/'),
  )
  const fieldsNamed = (...known: readonly string[]): fc.Arbitrary<Record<string, string>> =>
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...known, '__proto__'), fc.string()), values))
      .map(entries => Object.fromEntries(entries))

  it('in fields get an answer in the form of QQTube, whatever the action', async () => {
    await using server = await createMockServer()
    const actions = fc.constantFrom('add', 'stats', 'submissions', 'funds', 'services')
    const fields = fieldsNamed('url', 'quantity', 'id_service', 'id_service_submission', 'limit', 'drip')
    await fc.assert(
      fc.asyncProperty(actions, fields, async (action, given) => {
        const method = action === 'add' || action === 'submissions' ? 'POST' : 'GET'
        const answer = await ask(server, method, { ...given, action })
        expect(answer).toMatchObject({ status: 200, contentType: 'application/json' })
        expect(answer.text).not.toMatch(/ {4}at |node_modules/)
      }),
    )
  })

  it('in fields get an answer in the form of the panel, whatever the action', async () => {
    await using server = await createMockServer()
    const actions = fc.constantFrom(
      'add',
      'status',
      'refill',
      'refill_status',
      'cancel',
      'balance',
      'services',
    )
    const fields = fieldsNamed(
      'service',
      'link',
      'quantity',
      'order',
      'orders',
      'refill',
      'refills',
      'runs',
      'interval',
      'comments',
      'username',
      'min',
      'max',
      'delay',
      'posts',
      'old_posts',
      'expiry',
    )
    await fc.assert(
      fc.asyncProperty(actions, fields, async (action, given) => {
        const answer = await askPanel(server, { ...given, action })
        expect(answer).toMatchObject({ status: 200, contentType: 'application/json' })
        expect(answer.text).not.toMatch(/ {4}at |node_modules/)
      }),
    )
  })

  it('that are no HTTP get a problem, and the server goes on', async () => {
    await using server = await createMockServer()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async bytes => {
        const text = await exchange(server, Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))
        if (text !== '')
          expect(text).toMatch(/^HTTP\/1\.1 (400|404|431) [^\r]*\r\n(.+\r\n)*\r\n\{"type":"about:blank"/)
      }),
      { numRuns: 50 },
    )
    expect((await ask(server, 'GET', { action: 'funds' })).status).toBe(200)
  })

  it('in too many headers get a problem', async () => {
    await using server = await createMockServer()
    const text = await exchange(server, Buffer.from(`GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`))
    expect(text).toMatch(/^HTTP\/1\.1 431 /)
    expect(text).toContain('application/problem+json')
  })
})

/** What a server sends back until it closes, which it is asked to. */
function exchange(server: MockServer, bytes: Uint8Array): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise(resolve => {
    let text = ''
    const socket = connect(Number(port), hostname)
    socket.on('data', data => {
      text += data.toString('latin1')
    })
    // A reset ends the exchange like a close.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
    socket.end(bytes)
  })
}
