import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { createMockServer, type MockServer } from '../server.ts'
import type { RewriteName } from './rewritten-answers.ts'

/** A held server on which both APIs have taken two orders. */
async function start(): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true } })
  for (let count = 0; count < 2; count += 1) {
    await ask(server, 'POST', order)
    await askPanel(server, panelOrder)
  }
  return server
}

async function rewritten(
  fault: RewriteName,
  request: (server: MockServer) => Promise<{ readonly text: string }>,
): Promise<{ readonly plain: string; readonly met: string }> {
  await using server = await start()
  server.control.faults.add({ fault })
  const { text: met } = await request(server)
  expect(server.control.requestLog.list().at(-1)?.answer?.body).toBe(met)
  await using twin = await start()
  return { met, plain: (await request(twin)).text }
}

const stats = (server: MockServer): ReturnType<typeof ask> =>
  ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
const submissions = (server: MockServer): ReturnType<typeof ask> =>
  ask(server, 'POST', { action: 'submissions' })
const statusOfBoth = (server: MockServer): ReturnType<typeof ask> =>
  askPanel(server, { action: 'status', orders: '123457,123459' })
const balance = (server: MockServer): ReturnType<typeof ask> => askPanel(server, { action: 'balance' })
const addQqtube = (server: MockServer): ReturnType<typeof ask> => ask(server, 'POST', order)
const addPanel = (server: MockServer): ReturnType<typeof ask> => askPanel(server, panelOrder)

describe('an answer that is rewritten', () => {
  it('has its numbers as texts', async () => {
    const { met, plain } = await rewritten('numbers-as-strings', stats)
    expect(plain).toContain('"total_cost":44,')
    expect(met).toContain('"total_cost":"44",')
    expect(met).not.toMatch(/:\d/)
    expect(met.replaceAll('"', '')).toBe(plain.replaceAll('"', ''))
  })

  it('has its texts as numbers', async () => {
    expect((await rewritten('strings-as-numbers', balance)).met).toBe('{"balance":998.2,"currency":"USD"}')
    const { met } = await rewritten('strings-as-numbers', stats)
    expect(met).toContain('"id_service_submission":123456,')
  })

  it('calls its messages by the other name', async () => {
    const { met, plain } = await rewritten('message-for-messages', addQqtube)
    expect(met).toBe(plain.replace('"messages":[', '"message":['))
    expect(met).not.toBe(plain)
  })

  it('has a status that nobody knows, whatever asks for it', async () => {
    const ofQqtube = (await rewritten('unknown-status', stats)).met
    expect(JSON.parse(ofQqtube).status).toMatchObject({ id_status: '99', name: 'Under Review', type: 'info' })
    const listed = JSON.parse((await rewritten('unknown-status', submissions)).met)
    expect(listed).toMatchObject([{ id_status: 99 }, { id_status: 99 }])
    const ofPanel = JSON.parse((await rewritten('unknown-status', statusOfBoth)).met)
    expect(ofPanel).toMatchObject({ 123457: { status: 'Under review' }, 123459: { status: 'Under review' } })
    const added = await rewritten('unknown-status', addQqtube)
    expect(added.met).toBe(added.plain)
  })

  it('leaves the last one out', async () => {
    expect(JSON.parse((await rewritten('missing-item', submissions)).met)).toHaveLength(1)
    expect(Object.keys(JSON.parse((await rewritten('missing-item', statusOfBoth)).met))).toEqual(['123457'])
    const { met, plain } = await rewritten('missing-item', balance)
    expect(met).toBe(plain)
  })

  it('says that an order was taken, and not which', async () => {
    expect((await rewritten('missing-order-id', addPanel)).met).toBe('{}')
    const { met, plain } = await rewritten('missing-order-id', addQqtube)
    const { id_service_submission: id, ...rest } = JSON.parse(plain)
    expect(id).toBe('123460')
    expect(JSON.parse(met)).toEqual(rest)
  })

  it('is a number alone', async () => {
    expect((await rewritten('bare-number', stats)).met).toBe('0')
  })
})
