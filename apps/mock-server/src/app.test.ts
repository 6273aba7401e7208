import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { reply } from '../test/ask.ts'
import { createApp } from './app.ts'
import { createClock } from './clock/clock.ts'
import { createAgenda } from './clock/scheduler.ts'
import { createFaultPlans } from './faults/fault-plans.ts'
import { inTurn } from './http/in-turn.ts'
import { createJournal } from './request-log/request-log.ts'
import { createAccounts } from './simulator/accounts.ts'
import { createLifeRules } from './simulator/behaviour-rules.ts'
import { createCatalogue } from './simulator/catalogue.ts'
import { createOrderBook } from './simulator/order-book.ts'
import { createRefillBook } from './simulator/refills.ts'

it('a failure of the mock itself is told as a problem, without a stack', async () => {
  const onChange = (): void => undefined
  const state = {
    clock: createClock(),
    seed: '',
    onChange,
    accounts: createAccounts([], onChange),
    agenda: createAgenda(),
    lives: createLifeRules('timed', onChange),
    orders: createOrderBook(),
    refills: createRefillBook(),
    catalogues: {
      qqtube: createCatalogue('qqtube', [], onChange),
      panel: createCatalogue('panel', [], onChange),
    },
  }
  const broken = { ...createJournal(1, text => text), record: () => expect.unreachable('secret detail') }
  const server = createServer(
    inTurn(
      createApp(
        { state, faults: createFaultPlans(state.clock, '', onChange), journal: broken },
        { hasPanelErrorStatuses: false, isStrict: false },
      ),
    ),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const answer = await reply(await fetch(`http://127.0.0.1:${Object(server.address()).port}/v1-api`))
  expect(answer).toMatchObject({ status: 500, contentType: 'application/problem+json' })
  expect(answer.body).toMatchObject({ detail: expect.stringMatching(/^The mock server failed .+ report it/) })
  expect(answer.text).not.toContain('secret detail')
  await new Promise(resolve => server.close(resolve).closeAllConnections())
})
