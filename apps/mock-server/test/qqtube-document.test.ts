import { describe, expect, it } from 'vitest'
import { createMockServer, mockQqtubeKey } from '../src/index.ts'
import { ask, order, video } from './ask.ts'

const startsAt = '2021-12-30T23:59:59Z'
const digits = /^\d+$/

describe("the examples of QQTube's document", () => {
  it('add: status, messages, the submission with its counts', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { status, body, text } = await ask(server, 'POST', order)
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'success',
      messages: [{ id: 100, message: 'Submission added.' }],
      id_service_submission: '123456',
      short_url: 'jofNR_WkoCE',
      long_url: video,
      start_count: expect.any(Number),
      wanted_count: 20000,
      current_count: expect.any(Number),
    })
    expect(text).toContain('"long_url":"https:\\/\\/www.youtube.com\\/watch?v=jofNR_WkoCE"')
    expect(body).toHaveProperty('current_count', Object(body).start_count)
  })

  it('add without a service: both messages of the example, word for word', async () => {
    await using server = await createMockServer()
    const { status, body } = await ask(server, 'POST', { action: 'add', url: video, quantity: '1000' })
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'error',
      messages: [
        { id: 30, message: 'Service ID not provided!' },
        { id: 32, message: 'Service does not exist.' },
      ],
    })
  })

  it('stats: the counts, the cost as a number, the status as an object', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await ask(server, 'POST', order)
    const { body } = await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
    expect(body).toEqual({
      id_service_submission: '123456',
      short_url: 'jofNR_WkoCE',
      long_url: video,
      start_count: expect.any(Number),
      wanted_count: 20000,
      current_count: expect.any(Number),
      sent_count: null,
      total_cost: 44,
      status: {
        id_status: '2',
        name: 'In Progress',
        type: 'info',
        description: 'Submission is currently receiving what was ordered.',
      },
    })
  })

  it('stats of a refunded submission: refund_total and refund_time', async () => {
    await using server = await createMockServer({ clock: { isHeld: true, startsAt } })
    await ask(server, 'POST', order)
    server.control.orders.refund('123456', '12.34')
    const { body } = await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
    expect(body).toMatchObject({
      refund_total: 12.34,
      refund_time: '2021-12-30 23:59:59',
      status: { id_status: '8', type: 'info' },
    })
  })

  it('stats of a views service: sent_count as an integer', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await ask(server, 'POST', { ...order, id_service: '54' })
    const { durationMs = 0 } = server.control.orders.get('123456') ?? {}
    server.control.clock.advance(durationMs / 4)
    const { body } = await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
    expect(body).toMatchObject({ sent_count: 5000, wanted_count: 20000 })
  })

  it('submissions: an array of rows with status, service, cost and date', async () => {
    await using server = await createMockServer({
      clock: { isHeld: true, startsAt: '2020-01-31T16:52:01Z' },
    })
    await ask(server, 'POST', order)
    const { body } = await ask(server, 'POST', { action: 'submissions', limit: '200' })
    expect(body).toEqual([
      {
        id_service_submission: '123456',
        short_url: 'jofNR_WkoCE',
        start_count: expect.any(Number),
        wanted_count: 20000,
        current_count: expect.any(Number),
        id_status: 2,
        id_service: 1,
        total_cost: 44,
        date_added: '2020-01-31 16:52:01',
      },
    ])
  })

  it('submissions: of ids 1 to 10, two at a time, 9 is followed by 8 and 7, and 7 by 6 and 5', async () => {
    await using server = await createMockServer()
    for (let count = 0; count < 10; count += 1) await ask(server, 'POST', order)
    const idsBefore = async (before?: number): Promise<readonly number[]> => {
      const from = before === undefined ? {} : { id_service_submission: String(123_455 + before) }
      const { body } = await ask(server, 'POST', { action: 'submissions', limit: '2', ...from })
      return Object.values(Object(body)).map(row => Number(Object(row).id_service_submission) - 123_455)
    }
    expect(await idsBefore()).toEqual([10, 9])
    expect(await idsBefore(9)).toEqual([8, 7])
    expect(await idsBefore(7)).toEqual([6, 5])
  })

  it('funds: a string', async () => {
    await using server = await createMockServer({ accounts: [{ key: mockQqtubeKey, funds: '34.21' }] })
    const { text, contentType } = await ask(server, 'GET', { action: 'funds' })
    expect(text).toBe('{"funds":"34.21"}')
    expect(contentType).toBe('application/json')
  })

  it('services: an array in which every value is a string', async () => {
    await using server = await createMockServer()
    const { body } = await ask(server, 'GET', { action: 'services' })
    const leaves = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
    expect(Array.isArray(body)).toBe(true)
    expect(leaves(body).filter(leaf => typeof leaf !== 'string')).toEqual([])
    expect(Object(body)[0].id_service).toMatch(digits)
  })
})
