import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '../server.ts'
import type { BehaviourText, FinalStateText } from './behaviour.ts'

/** A held server that has taken one order of each API: QQTube's as 123456 for 44, the panel's as 123457 for 0.9. */
async function start(behaviour: BehaviourText): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true }, behaviour })
  await ask(server, 'POST', order)
  await askPanel(server, panelOrder)
  return server
}

const stats = async (server: MockServer): Promise<unknown> =>
  (await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })).body
const status = async (server: MockServer): Promise<unknown> =>
  (await askPanel(server, { action: 'status', order: '123457' })).body

describe('the behaviour of an order', () => {
  it('that is immediate is over once it is taken', async () => {
    await using server = await start('immediate')
    expect(server.control.orders.list()).toMatchObject([
      { state: 'completed', delivered: '20000', durationMs: 0, behaviour: 'immediate' },
      { state: 'completed', delivered: '1000', durationMs: 0 },
    ])
    expect(await stats(server)).toMatchObject({ status: { id_status: '1' } })
    expect(await status(server)).toMatchObject({ status: 'Completed', remains: '0' })
  })

  it('that goes by polls is completed at the last of them, whatever the clock says', async () => {
    await using server = await start('polls: 4')
    server.control.clock.advance('365d')
    const delivered = []
    for (let count = 0; count < 5; count += 1) {
      await stats(server)
      delivered.push(server.control.orders.get('123456')?.delivered)
    }
    expect(delivered).toEqual(['5000', '10000', '15000', '20000', '20000'])
    expect(server.control.orders.get('123457')).toMatchObject({ state: 'pending', delivered: '0' })
  })

  it('that goes by polls counts lists and batches', async () => {
    await using server = await start('polls: 2')
    await ask(server, 'POST', { action: 'submissions' })
    await askPanel(server, { action: 'status', orders: '123457,1' })
    expect(server.control.orders.list()).toMatchObject([{ state: 'in_progress' }, { state: 'in_progress' }])
    await ask(server, 'POST', { action: 'submissions' })
    await askPanel(server, { action: 'status', orders: '123457' })
    expect(server.control.orders.list()).toMatchObject([{ state: 'completed' }, { state: 'completed' }])
  })

  const ends: readonly [
    FinalStateText,
    { readonly state: string; readonly delivered: string; readonly refunded: string },
    { readonly id: string; readonly word: string },
  ][] = [
    [
      'partial at 40 %',
      { state: 'partial', delivered: '8000', refunded: '26.4' },
      { id: '8', word: 'Partial' },
    ],
    ['partial at 0 %', { state: 'partial', delivered: '0', refunded: '44' }, { id: '8', word: 'Partial' }],
    [
      'partial at 100 %',
      { state: 'partial', delivered: '20000', refunded: '0' },
      { id: '8', word: 'Partial' },
    ],
    ['canceled', { state: 'canceled', delivered: '0', refunded: '44' }, { id: '8', word: 'Canceled' }],
    [
      'canceled at 30 %',
      { state: 'canceled', delivered: '6000', refunded: '44' },
      { id: '8', word: 'Canceled' },
    ],
    ['error 5', { state: 'failed', delivered: '10000', refunded: '0' }, { id: '5', word: 'Error' }],
    ['error at 7 %', { state: 'failed', delivered: '1400', refunded: '0' }, { id: '4', word: 'Error' }],
    ['refunded', { state: 'refunded', delivered: '10000', refunded: '44' }, { id: '8', word: 'Refunded' }],
    [
      'stuck at 60 %',
      { state: 'in_progress', delivered: '12000', refunded: '0' },
      { id: '2', word: 'In progress' },
    ],
  ]
  const modes = ['timed', 'immediate', 'polls: 3'] as const

  it.each(
    modes.flatMap(progressMode => ends.map(([end, view, words]) => ({ progressMode, end, view, words }))),
  )(
    'that is $end, $progressMode, ends there with the money that goes with it',
    async ({ progressMode, end, view, words }) => {
      const text: BehaviourText = progressMode === 'timed' ? end : `${progressMode}, ${end}`
      await using server = await createMockServer({ clock: { isHeld: true }, behaviour: text })
      const { clock, orders, accounts } = server.control
      await ask(server, 'POST', order)
      await askPanel(server, panelOrder)
      for (let count = 0; count < 3; count += 1) {
        clock.advance('1h')
        await stats(server)
        await status(server)
      }
      expect(orders.get('123456')).toMatchObject(view)
      expect(await stats(server)).toMatchObject({ status: { id_status: words.id } })
      expect(await status(server)).toMatchObject({ status: words.word })
      expect(Number(accounts.funds(mockQqtubeKey))).toBe(956 + Number(view.refunded))
      const ofPanel = orders.get('123457')
      expect(accounts.funds(mockPanelKey)).toBe(String(999.1 + Number(ofPanel?.refunded)))
      expect(Number(ofPanel?.delivered) / 1000).toBe(Number(view.delivered) / 20_000)
    },
  )

  it('ends by the clock at the very moment, and not before', async () => {
    await using server = await start('partial at 40 %')
    const { clock, orders } = server.control
    const { durationMs = 0 } = orders.get('123456') ?? {}
    clock.advance(durationMs * 0.4 - 1)
    expect(orders.get('123456')).toMatchObject({ state: 'in_progress', refunded: '0' })
    clock.advance(1)
    expect(orders.get('123456')).toMatchObject({ state: 'partial', delivered: '8000' })
  })

  it('ends drip-feeds in the run that delivers so much', async () => {
    await using server = await createMockServer({ clock: { isHeld: true }, behaviour: 'partial at 40 %' })
    await askPanel(server, { ...panelOrder, service: '7', runs: '7', interval: '60' })
    server.control.clock.advance('3h')
    expect(server.control.orders.get('123456')).toMatchObject({
      state: 'partial',
      delivered: '2800',
      runs: { finished: '2' },
    })
  })

  it('gives way to a status that is set by hand', async () => {
    await using server = await start('canceled at 50 %')
    server.control.orders.setStatus('123456', 1)
    server.control.clock.advance('1h')
    expect(server.control.orders.get('123456')).toMatchObject({ state: 'completed', refunded: '0' })
  })
})

describe('a rule', () => {
  const behaviours = async (server: MockServer, count: number): Promise<readonly (string | undefined)[]> => {
    for (let taken = 0; taken < count; taken += 1) await ask(server, 'POST', order)
    return server.control.orders.list().map(({ behaviour }) => behaviour)
  }

  it('is for every order that matches, from when it is added', async () => {
    await using server = await createMockServer()
    await behaviours(server, 1)
    server.control.behaviours.add({ behaviour: 'stuck', upstream: 'panel' })
    server.control.behaviours.add({ behaviour: 'canceled', service: '1', account: 'qqtube-1' })
    expect(await behaviours(server, 2)).toEqual(['timed', 'canceled at 0 %', 'canceled at 0 %'])
  })

  it('is for the nth order alone, or so many from there', async () => {
    await using server = await createMockServer({ behaviour: 'immediate' })
    server.control.behaviours.add({ behaviour: 'partial at 40 %', nth: 3 })
    server.control.behaviours.add({ behaviour: 'stuck', nth: 5, times: 2 })
    expect(await behaviours(server, 7)).toEqual([
      'immediate',
      'immediate',
      'partial at 40 %',
      'immediate',
      'stuck at 50 %',
      'stuck at 50 %',
      'immediate',
    ])
  })

  it('counts only orders that are taken, and the newest counts', async () => {
    await using server = await createMockServer()
    server.control.behaviours.add({ behaviour: 'stuck' })
    server.control.behaviours.add({ behaviour: 'canceled', times: 1 })
    await ask(server, 'POST', { ...order, quantity: '1' })
    expect(await behaviours(server, 2)).toEqual(['canceled at 0 %', 'stuck at 50 %'])
    expect(server.control.behaviours.list()).toEqual([{ behaviour: 'stuck at 50 %' }])
    server.control.reset()
    expect(await behaviours(server, 1)).toEqual(['timed'])
  })

  it.each([
    [{ behaviour: 'slow' }, /^A behaviour is/],
    [{ behaviour: 'stuck', nth: 0 }, /^nth must be/],
    [{ behaviour: 'stuck', times: 0.5 }, /^times must be/],
  ])('is refused as %j', async (rule, reason) => {
    await using server = await createMockServer()
    expect(() => server.control.behaviours.add(JSON.parse(JSON.stringify(rule)))).toThrow(reason)
  })
})

describe('another behaviour', () => {
  it('is given to an order that is on its way, and ends it at once where it has gone past the end', async () => {
    await using server = await start('stuck at 60 %')
    const { clock, orders } = server.control
    clock.advance('1h')
    expect(orders.setBehaviour('123456', 'partial at 40 %')).toMatchObject({
      state: 'partial',
      delivered: '8000',
    })
    expect(orders.setBehaviour('123457', 'polls: 2')).toMatchObject({
      state: 'pending',
      behaviour: 'polls: 2',
    })
    clock.advance('1h')
    await status(server)
    await status(server)
    expect(orders.get('123457')?.state).toBe('completed')
  })

  it('takes the place of the one before', async () => {
    await using server = await start('canceled at 50 %')
    server.control.orders.setBehaviour('123456', 'timed')
    server.control.clock.advance('1h')
    expect(server.control.orders.get('123456')).toMatchObject({ state: 'completed', refunded: '0' })
  })

  it('comes too late for an order that has ended', async () => {
    await using server = await start('immediate, canceled')
    expect(() => server.control.orders.setBehaviour('123456', 'timed')).toThrow(
      'Order 123456 has ended as canceled: it can be given no other behaviour',
    )
    expect(() => server.control.orders.setBehaviour('1', 'timed')).toThrow(
      "There is no order '1' on this server",
    )
  })
})
