import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { ask, order, video } from '../../test/ask.ts'
import { createMockServer } from '../server.ts'

describe('the request log', () => {
  it('has every request with what it sent, what it was answered, and the order that it placed', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { text } = await ask(server, 'POST', order)
    const [entry, ...others] = server.control.requestLog.list()
    expect(others).toEqual([])
    const { headers, ...rest } = entry ?? { headers: {} }
    expect(headers).toMatchObject({ host: new URL(server.url).host })
    expect(rest).toEqual({
      sequence: 1,
      at: '2026-01-01T00:00:00.000Z',
      method: 'POST',
      path: '/v1-api',
      upstream: 'qqtube',
      action: 'add',
      account: 'qqtube-1',
      fields: { api_key: '[redacted]', action: 'add', url: video, quantity: '20000', id_service: '1' },
      orderId: '123456',
      faults: [],
      ownAnswer: undefined,
      suggestions: [],
      answer: { status: 200, body: text },
      durationMs: 0,
      sentHeaders: {
        date: 'Thu, 01 Jan 2026 00:00:00 GMT',
        'content-type': 'application/json',
        'content-length': String(text.length),
      },
      sentBytes: expect.any(Number),
    })
  })

  it('has requests that reached no API, and bodies that could not be read', async () => {
    await using server = await createMockServer()
    await fetch(`${server.url}/elsewhere?a=1`)
    await fetch(`${server.url}/v1-api`, {
      method: 'POST',
      body: '{',
      headers: { 'Content-Type': 'application/json' },
    })
    expect(server.control.requestLog.list()).toMatchObject([
      { path: '/elsewhere', upstream: undefined, fields: { a: '1' }, answer: { status: 404 } },
      { path: '/v1-api', upstream: 'qqtube', fields: {}, answer: { status: 400 } },
    ])
  })

  it('holds no key, wherever a client put it', async () => {
    const secret = 'mock-key-that-must-not-show'
    const wrong = 'real-key-sent-by-mistake'
    await using server = await createMockServer({ accounts: [{ key: secret }] })
    await ask(server, 'GET', { api_key: secret, action: secret })
    await ask(server, 'POST', { ...order, api_key: secret, url: `${video}&k=${secret}`, [secret]: secret })
    await ask(server, 'POST', { ...order, api_key: secret, url: `${video}&k=${secret}` })
    await ask(server, 'POST', { ...order, api_key: '', key: wrong, url: wrong })
    await ask(server, 'POST', { ...order, api_key: wrong, url: wrong })
    await ask(server, 'GET', { api_key: 'a' })
    await fetch(`${server.url}/elsewhere/${secret}?token=${secret}&api_key=${wrong}`)
    expect(server.control.requestLog.list()).toHaveLength(7)
    const written = JSON.stringify(server.control.requestLog.list())
    expect(written).not.toContain(secret)
    expect(written).not.toContain(wrong)
    expect(server.control.requestLog.list()[5]?.fields).toEqual({ api_key: '[redacted]' })
    expect(server.control.orders.list()[0]?.target).toBe(`${video}&k=${secret}`)
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['of another spelling', { apiKey: 'real-key-sent-by-mistake', action: 'funds' }],
    ['of capitals', { API_KEY: 'real-key-sent-by-mistake', action: 'funds' }],
    ['of a list', { 'key[]': 'real-key-sent-by-mistake', action: 'funds' }],
    ['of a part', { 'auth[key]': 'real-key-sent-by-mistake', action: 'funds' }],
    [
      'called token',
      { token: 'real-key-sent-by-mistake', url: 'https://a.example/?real-key-sent-by-mistake' },
    ],
    [
      'with white space around it',
      { api_key: ' real-key-sent-by-mistake ', url: 'real-key-sent-by-mistake' },
    ],
  ])('holds no key that came in a field %s, though it knows none such', async (_, fields) => {
    await using server = await createMockServer()
    await ask(server, 'GET', { api_key: '', ...fields })
    const [entry] = server.control.requestLog.list()
    expect(Object.values(entry?.fields ?? {}).join()).toContain('[redacted]')
    expect(JSON.stringify(entry)).not.toContain('real-key')
  })

  it('holds no key that came in a part of JSON', async () => {
    await using server = await createMockServer()
    const body = JSON.stringify({
      action: 'balance',
      sent: { by: ['me'], apiKey: 'real-key "sent" by mistake' },
    })
    const headers = { 'Content-Type': 'application/json' }
    await fetch(`${server.url}/api/v2`, { method: 'POST', headers, body })
    expect(server.control.requestLog.list()[0]?.fields).toEqual({
      action: 'balance',
      sent: '{"by":["me"],"apiKey":"[redacted]"}',
    })
  })

  it.each([
    ['as JSON has it', '{"code":"a \\"key\\" + more"}', '{"code":"[redacted]"}'],
    [
      'percent-encoded',
      'https://a.example/%61%20%22key%22%20%2B%20more?b=%ff',
      'https://a.example/[redacted]?b=%ff',
    ],
    ['percent-encoded in part', 'b=1%2C2&c=a "key"%20+ more', 'b=1%2C2&c=[redacted]'],
  ])('holds no key that stands %s', async (_, url, shown) => {
    await using server = await createMockServer({ accounts: [{ key: 'a "key" + more' }] })
    await ask(server, 'POST', { ...order, url })
    expect(server.control.requestLog.list()[0]?.fields.url).toBe(shown)
  })

  it('holds no short key that is all of a field, and leaves its letters in others', async () => {
    await using server = await createMockServer({ accounts: [{ key: 'abcd' }] })
    await ask(server, 'POST', { ...order, api_key: 'abcd', note: 'abcd', other: 'abcdef' })
    expect(server.control.requestLog.list()[0]?.fields).toMatchObject({ note: '[redacted]', other: 'abcdef' })
  })

  it('leaves codes and fields alone that hold no key', async () => {
    await using server = await createMockServer()
    const fields = {
      keywords: 'one%2C two',
      url: 'https://a.example/%C3%A4',
      keyboard: 'qwerty',
      tokens: '5',
    }
    await ask(server, 'POST', { ...order, ...fields })
    expect(server.control.requestLog.list()[0]?.fields).toMatchObject(fields)
  })

  it('removes a key whole where another key is a part of it', async () => {
    const [short, long] = ['mock-key-1', 'mock-key-1-of-another']
    await using server = await createMockServer({ accounts: [{ key: short }, { key: long }] })
    await ask(server, 'POST', { ...order, api_key: short, url: `${video}&k=${long}` })
    expect(server.control.requestLog.list()[0]?.fields.url).toBe(`${video}&k=[redacted]`)
  })

  it('has a field of any name', async () => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: 'funds', ['__proto__']: '1' })
    const [entry] = server.control.requestLog.list()
    expect(Object.entries(entry?.fields ?? {})).toContainEqual(['__proto__', '1'])
  })

  it('keeps the latest so many, and goes on counting', async () => {
    await using server = await createMockServer({ requestLogLimit: 3 })
    for (let count = 0; count < 8; count += 1) await ask(server, 'GET', { action: 'funds' })
    expect(server.control.requestLog.list().map(({ sequence }) => sequence)).toEqual([6, 7, 8])
    server.control.requestLog.clear()
    expect(server.control.requestLog.list()).toEqual([])
  })

  it('keeps no more text than memory has room for, and always the latest', async () => {
    await using server = await createMockServer()
    const megabyte = 'x'.repeat(1_000_000)
    for (let count = 0; count < 40; count += 1) {
      const body = new URLSearchParams({ url: megabyte })
      await (await fetch(`${server.url}/v1-api`, { method: 'POST', body })).arrayBuffer()
    }
    const kept = server.control.requestLog.list()
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.length).toBeLessThan(40)
    expect(kept.at(-1)?.sequence).toBe(40)
  })

  it('keeps no text of which it shows a part alone, and as much as memory has room for', async () => {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    const heap = (): number => {
      if (typeof collect === 'function') collect()
      return process.memoryUsage().heapUsed / 1e6
    }
    await using server = await createMockServer({ requestLogLimit: 1_000_000 })
    const send = async (body: string): Promise<void> => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      await (await fetch(`${server.url}/v1-api`, { method: 'POST', headers, body })).arrayBuffer()
    }
    const before = heap()
    // The last of a name counts: the long one is read, and dropped.
    for (let count = 0; count < 120; count += 1) await send(`url=${'x'.repeat(1e6)}&url=${video}`)
    expect(server.control.requestLog.count()).toBe(120)
    expect(heap() - before).toBeLessThan(20)
    const fields = Array.from({ length: 900 }, (_, index) => `field${index}=`).join(`${'y'.repeat(1000)}&`)
    for (let count = 0; count < 120; count += 1) await send(fields)
    expect(heap() - before).toBeLessThan(90)
    expect(server.control.requestLog.count()).toBeLessThan(60)
  })

  it('calls back with each entry to come until it is stopped', async () => {
    await using server = await createMockServer()
    const actions: (string | undefined)[] = []
    const stop = server.control.requestLog.subscribe(({ action }) => actions.push(action))
    await ask(server, 'GET', { action: 'funds' })
    stop()
    await ask(server, 'GET', { action: 'services' })
    expect(actions).toEqual(['funds'])
  })

  it('finds by what is asked', async () => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: 'funds' })
    await ask(server, 'POST', order)
    await ask(server, 'POST', { action: 'submissions' })
    const sequences = (query: Parameters<typeof server.control.requestLog.list>[0]): readonly number[] =>
      server.control.requestLog.list(query).map(({ sequence }) => sequence)
    expect(sequences({ action: 'add' })).toEqual([2])
    expect(sequences({ method: 'POST' })).toEqual([2, 3])
    expect(sequences({ method: 'POST', action: 'funds' })).toEqual([])
    expect(sequences({ orderId: '123456' })).toEqual([2])
    expect(sequences({ account: 'qqtube-1', upstream: 'qqtube', path: '/v1-api' })).toEqual([1, 2, 3])
  })

  it('waits for a request to come, and finds one that has come already', async () => {
    await using server = await createMockServer()
    const waiting = server.control.requestLog.waitFor({ action: 'add' })
    await ask(server, 'GET', { action: 'funds' })
    await ask(server, 'POST', order)
    expect((await waiting).orderId).toBe('123456')
    expect((await server.control.requestLog.waitFor({ action: 'funds' })).sequence).toBe(1)
  })

  it('stops waiting when it is told to', async () => {
    await using server = await createMockServer()
    const controller = new AbortController()
    const waiting = server.control.requestLog.waitFor({ action: 'add' }, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    const { signal } = controller
    await expect(server.control.requestLog.waitFor({ action: 'add' }, { signal })).rejects.toThrow('enough')
  })

  it.each([0, -1, 1.5])('refuses a limit of %s', async requestLogLimit => {
    await expect(createMockServer({ requestLogLimit })).rejects.toThrow(RangeError)
  })
})
