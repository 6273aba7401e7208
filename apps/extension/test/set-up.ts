import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import type { OrderRecord } from '@orderwright/outbox'
import type { Account } from '../src/accounts/account.ts'
import { consentItem, consentVersion } from '../src/checkout/consent.ts'
import type { PlaceOrder } from '../src/checkout/messages.ts'
import { handleRequest } from '../src/messages.ts'
import type { Answer } from '../src/platform/request.ts'

export interface SetUp extends AsyncDisposable {
  readonly server: MockServer
  readonly account: Account
  /** An order that the sample catalogue takes, confirmed at its price. */
  readonly request: PlaceOrder
}

/** Sets up what an order needs: a mock upstream, an account at it, and consent. */
export async function setUp(): Promise<SetUp> {
  const server = await createMockServer()
  const account = answered(
    await handleRequest({
      type: 'save-account',
      id: null,
      kind: 'qqtube',
      name: 'Sample',
      baseUrl: `${server.url}/v1-api`,
      key: mockQqtubeKey,
    }),
  )
  await consentItem.set({ version: consentVersion, at: new Date().toISOString() })
  server.control.requestLog.clear()
  return {
    server,
    account,
    request: {
      id: crypto.randomUUID(),
      accountId: account.id,
      order: {
        serviceId: '3',
        target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
        quantity: '1000',
        drip: false,
        params: {},
      },
      confirmed: {
        total: '2.75',
        quantity: '1000',
        delivers: '1000',
        isChargedLater: false,
        serviceName: 'Views · Cedar, by drip',
        targetTitle: 'A walk along the river',
      },
      retryOf: null,
      reviewedAt: Date.now(),
      seen: [],
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** Sets up the same as {@link setUp} at the panel: a thousand followers, which can be refilled and canceled. */
export async function setUpPanel(): Promise<SetUp> {
  const server = await createMockServer({ clock: { isHeld: true } })
  const account = answered(
    await handleRequest({
      type: 'save-account',
      id: null,
      kind: 'panel',
      name: 'Panel',
      baseUrl: `${server.url}/api/v2`,
      key: mockPanelKey,
    }),
  )
  await consentItem.set({ version: consentVersion, at: new Date().toISOString() })
  server.control.requestLog.clear()
  return {
    server,
    account,
    request: {
      id: crypto.randomUUID(),
      accountId: account.id,
      order: {
        serviceId: '1',
        target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
        quantity: '1000',
        drip: false,
        params: {},
      },
      confirmed: {
        total: '0.9',
        quantity: '1000',
        delivers: '1000',
        isChargedLater: false,
        serviceName: 'Followers · Acorn',
        targetTitle: 'A walk along the river',
      },
      retryOf: null,
      reviewedAt: Date.now(),
      seen: [],
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** Places an order, and gives its record. */
export async function placed(request: PlaceOrder): Promise<OrderRecord> {
  const answer = answered(await handleRequest({ type: 'place-order', ...request }))
  if (answer.kind !== 'recorded') throw new Error(`Nothing was recorded: ${JSON.stringify(answer)}`)
  return answer.record
}

export function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.value
}
