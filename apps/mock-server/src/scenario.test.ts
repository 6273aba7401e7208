import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../test/ask.ts'
import { createMockServer, type MockServer } from './create-mock-server.ts'
import type { Scenario } from './scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-scenario-'))
afterAll(() => rm(folder, { recursive: true }))

const scenario: Scenario = {
  accounts: [{ upstream: 'panel', key: 'mock-key-reseller', name: 'reseller', funds: '2' }],
  lives: [{ life: 'immediate, partial at 40 %', nth: 2 }],
  faults: [{ fault: 'bare-number', action: 'balance', nth: 2 }],
}

/** The balances that a client reads around two orders, and what became of these. */
async function play(server: MockServer): Promise<unknown> {
  const asked = { key: 'mock-key-reseller' }
  const balances = []
  for (let count = 0; count < 2; count += 1) {
    balances.push((await askPanel(server, { ...asked, action: 'balance' })).body)
    await askPanel(server, { ...panelOrder, ...asked })
  }
  return [balances, server.control.orders.list().map(({ state }) => state)]
}

const asScripted = [
  [{ balance: '2', currency: 'USD' }, 0],
  ['pending', 'partial'],
]

describe('a scenario', () => {
  it('is played from the start on, and again after a reset', async () => {
    await using server = await createMockServer({ scenario, clock: { isHeld: true } })
    expect(await play(server)).toEqual(asScripted)
    server.control.reset()
    expect(await play(server)).toEqual(asScripted)
    expect(server.control.accounts.list().map(({ name }) => name)).toEqual([
      'qqtube-1',
      'panel-1',
      'reseller',
    ])
  })

  it('is not begun anew where a state file is gone on from, until a reset', async () => {
    const options = { scenario, clock: { isHeld: true }, stateFile: join(folder, 'state.jsonl') }
    const first = await createMockServer(options)
    expect(await play(first)).toEqual(asScripted)
    await first.close()
    await using later = await createMockServer(options)
    expect([later.control.faults.list(), later.control.lives.list()]).toEqual([[], []])
    later.control.reset()
    expect(await play(later)).toEqual(asScripted)
  })

  it('is refused where a plan in it can be none', async () => {
    const broken = { faults: [{ fault: 'reset', delay: '1s' }] } as const
    await expect(createMockServer({ scenario: broken })).rejects.toThrow("The fault 'reset' has no delay")
  })
})
