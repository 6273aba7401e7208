import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../../test/ask.ts'
import { createMockServer, type MockServer } from '../../server.ts'

/** What two orders and a look at them leave behind, in answers and in the request log. */
async function play(server: MockServer): Promise<string> {
  const texts = [(await ask(server, 'POST', order)).text, (await askPanel(server, panelOrder)).text]
  server.control.clock.advance(61_000)
  texts.push((await askPanel(server, { action: 'status', order: '123457' })).text)
  texts.push((await ask(server, 'GET', { action: 'funds' })).text)
  return JSON.stringify([texts, server.control.requestLog.list()])
}

describe('a reset', () => {
  it('leaves a server that answers and logs as a new one does, byte for byte', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const first = await play(server)
    server.control.accounts.add({ key: 'mock-key-late' })
    server.control.catalogue.replace('panel', [])
    server.control.faults.add({ fault: 'reset', times: 5 })
    server.control.clock.run(5)
    server.control.reset()
    expect(server.control.orders.list()).toEqual([])
    expect(server.control.accounts.list()).toHaveLength(2)
    expect(await play(server)).toBe(first)
  })
})
