import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../../test/ask.ts'
import { rawExchange } from '../../test/raw-exchange.ts'
import { createMockServer } from '../server.ts'

const request = 'GET /api/v2?action=balance HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n'

describe('an entry of the request log', () => {
  it.each(['none', 'garbage', 'cut-json', 'truncated', 'html-502', 'bad-chunk'] as const)(
    'counts the bytes that went out, with the fault %s',
    async fault => {
      await using server = await createMockServer()
      if (fault !== 'none') server.control.faults.add({ fault })
      const bytes = await rawExchange(server.url, `${request}\r\n`, true)
      expect(server.control.requestLog.list()).toMatchObject([{ sentBytes: bytes.length }])
    },
  )

  it('has nothing sent by a connection that was reset', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault: 'reset' })
    await expect(askPanel(server, panelOrder)).rejects.toThrow('fetch failed')
    expect(server.control.requestLog.list()).toMatchObject([
      { sentBytes: 0, durationMs: expect.any(Number), answer: undefined },
    ])
  })

  it('says how long an answer took only when it is over', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    server.control.faults.add({ fault: 'latency', delay: '2s', when: 'after' })
    const asked = askPanel(server, panelOrder)
    expect(await server.control.requestLog.waitFor({ action: 'add' })).not.toHaveProperty('durationMs')
    server.control.clock.advance('2s')
    await asked
    expect(server.control.requestLog.list()).toMatchObject([
      { at: '2026-01-01T00:00:00.000Z', durationMs: 2000 },
    ])
  })

  it('goes no further than its own entry once the log begins again', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const held = server.control.faults.add({ fault: 'held', when: 'after', times: 1 })
    const first = askPanel(server, panelOrder)
    await server.control.requestLog.waitFor({ action: 'add' })
    server.control.requestLog.clear()
    await askPanel(server, { action: 'balance' })
    const before = server.control.requestLog.list()
    held.release()
    await first
    expect(server.control.requestLog.list()).toEqual(before)
  })

  it('shows headers without what opens something, wherever that stands', async () => {
    await using server = await createMockServer()
    const secret = 'a-token-of-a-test'
    const headers = [
      `Authorization: Bearer ${secret}`,
      'Cookie: session=1',
      'X-Api-Key: other',
      'Idempotency-Key: order-7',
      `Referer: http://localhost/?t=${secret}`,
    ]
    await rawExchange(server.url, `${request}${headers.join('\r\n')}\r\n\r\n`, true)
    expect(server.control.requestLog.list()[0]?.headers).toEqual({
      host: 'mock',
      connection: 'close',
      authorization: '[redacted]',
      cookie: '[redacted]',
      'x-api-key': '[redacted]',
      'idempotency-key': 'order-7',
      referer: 'http://localhost/?t=[redacted]',
    })
  })

  it("says which answer of a test's own it got, also of a function that throws", async () => {
    await using server = await createMockServer()
    const { answers, requestLog } = server.control
    const { id } = answers.add({ action: 'balance', patch: { currency: 'EUR' } })
    const thrown = answers.add({
      action: 'services',
      respond: () => {
        throw new Error('of a test')
      },
    })
    for (const action of ['balance', 'services', 'status']) await askPanel(server, { action })
    expect(requestLog.list().map(({ ownAnswer }) => ownAnswer)).toEqual([id, thrown.id, undefined])
  })
})
