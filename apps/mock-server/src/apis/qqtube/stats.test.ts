import { describe, expect, it } from 'vitest'
import { ask, order, type Reply } from '../../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../../server.ts'

const heldClock = { clock: { isHeld: true } }

function statsOf(server: MockServer, id = '123456', key = mockQqtubeKey): Promise<Reply> {
  return ask(server, 'GET', { api_key: key, action: 'stats', id_service_submission: id })
}

async function ordered(
  server: MockServer,
  serviceId: string,
): Promise<{ start: number; durationMs: number }> {
  await ask(server, 'POST', { ...order, id_service: serviceId })
  const taken = server.control.orders.get('123456')
  return { start: Number(taken?.startCount), durationMs: taken?.durationMs ?? 0 }
}

describe('stats', () => {
  it.each([
    [0, '2', 0],
    [1, '2', 5000],
    [2, '2', 10000],
    [4, '1', 20000],
    [5, '1', 20000],
  ])(
    'after %i quarters of the duration says status %s and %i delivered',
    async (quarters, idStatus, delivered) => {
      await using server = await createMockServer(heldClock)
      const { start, durationMs } = await ordered(server, '1')
      server.control.clock.advance((quarters * durationMs) / 4)
      const { body } = await statsOf(server)
      expect(body).toMatchObject({
        start_count: start,
        current_count: start + delivered,
        sent_count: null,
        status: { id_status: idStatus },
      })
    },
  )

  it('is not yet completed a millisecond before the end', async () => {
    await using server = await createMockServer(heldClock)
    const { durationMs } = await ordered(server, '55')
    server.control.clock.advance(durationMs - 1)
    expect((await statsOf(server)).body).toMatchObject({ sent_count: 19999, status: { id_status: '2' } })
    server.control.clock.advance(1)
    expect((await statsOf(server)).body).toMatchObject({ sent_count: 20000, status: { id_status: '1' } })
  })

  it.each([
    ['54', 0],
    ['55', 0],
    ['1', null],
    ['3', null],
  ])('of service %s has sent_count %s at the start', async (serviceId, sentCount) => {
    await using server = await createMockServer(heldClock)
    await ordered(server, serviceId)
    expect((await statsOf(server)).body).toHaveProperty('sent_count', sentCount)
  })

  it.each<readonly [number, string, string]>([
    [1, 'Completed', 'info'],
    [2, 'In Progress', 'info'],
    [3, 'In Progress', 'error'],
    [4, 'Unknown error', 'error'],
    [8, 'Refunded', 'info'],
    [19, 'Stopped', 'error'],
    ...[5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25].map(
      id => [id, 'Error', 'error'] as const,
    ),
  ])('shows id_status %i as %s, of type %s', async (idStatus, name, type) => {
    await using server = await createMockServer(heldClock)
    await ordered(server, '1')
    server.control.orders.setStatus('123456', idStatus)
    const { body } = await statsOf(server)
    const description: unknown = expect.stringMatching(/^Submission .+\.$/)
    expect(body).toMatchObject({ status: { id_status: String(idStatus), name, type, description } })
    expect((await ask(server, 'POST', { action: 'submissions' })).body).toMatchObject([
      { id_status: idStatus },
    ])
  })

  it.each([
    ['no id', '', 1005, 'Submission ID not provided!'],
    ['an unknown id', '999999', 1006, 'Submission does not exist.'],
    ['an id that is no number', 'constructor', 1006, 'Submission does not exist.'],
  ])('answers %s with an error', async (_, id, messageId, message) => {
    await using server = await createMockServer()
    const { status, body } = await statsOf(server, id)
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'error', messages: [{ id: messageId, message }] },
    })
  })

  it("does not know another account's submission", async () => {
    await using server = await createMockServer({
      accounts: [{ key: mockQqtubeKey }, { key: 'mock-key-other' }],
    })
    await ask(server, 'POST', order)
    const { body } = await statsOf(server, '123456', 'mock-key-other')
    expect(body).toEqual({ status: 'error', messages: [{ id: 1006, message: 'Submission does not exist.' }] })
  })

  it('gives no word of a refund where there was none', async () => {
    await using server = await createMockServer()
    await ask(server, 'POST', order)
    const { body } = await statsOf(server)
    expect(body).not.toHaveProperty('refund_total')
    expect(body).not.toHaveProperty('refund_time')
  })
})
