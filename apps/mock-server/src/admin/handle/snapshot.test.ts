import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../../../test/ask.ts'
import { createMockServer, mockPanelKey } from '../../server.ts'

describe('a snapshot of a server', () => {
  it('brings back orders, clock, plans with their counts, added accounts and their funds, twice', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { control } = server
    control.accounts.add({ upstream: 'panel', key: 'mock-key-of-a-test', name: 'other', funds: '5' })
    control.faults.add({ fault: 'numbers-as-strings', action: 'add', nth: 5 })
    await askPanel(server, panelOrder)
    await askPanel(server, { ...panelOrder, key: 'mock-key-of-a-test' })
    await askPanel(server, panelOrder)
    control.clock.advance('10m')
    const snapshot = control.snapshot()
    const now = control.clock.now()
    const orders = control.orders.list()
    for (const round of [1, 2]) {
      control.clock.advance('2h')
      control.faults.clear()
      control.accounts.add({ key: `mock-key-of-round-${round}` })
      await askPanel(server, panelOrder)
      control.restore(snapshot)
      expect(control.clock.now()).toBe(now)
      expect(control.orders.list()).toEqual(orders)
      expect(control.requestLog.list()).toEqual([])
      expect(control.accounts.list().map(({ name }) => name)).toEqual(['qqtube-1', 'panel-1', 'other'])
      expect(control.accounts.funds('mock-key-of-a-test')).toBe('4.1')
      expect(control.accounts.funds(mockPanelKey)).toBe('998.2')
    }
    expect((await askPanel(server, panelOrder)).body).toEqual({ order: 123459 })
    expect((await askPanel(server, panelOrder)).body).toEqual({ order: '123460' })
  })
})
