import { createPanelClient, createQqtubeClient, type Upstream } from '@orderwright/client'
import { prepareOrder, reconcileOrder } from '@orderwright/core'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import {
  compareBalances,
  createDraft,
  createMemoryLock,
  createMemoryStore,
  createOutbox,
  defaultSettleMs,
  describeState,
  nextTry,
  type OrderRecord,
  orderIdOf,
} from '../src/index.ts'

const startsAt = '2026-01-31T16:52:01Z'
const target = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

async function open(kind: Upstream['kind']) {
  const server = await createMockServer({ clock: { isHeld: true, startsAt } })
  const upstream = upstreamOf(server, kind)
  const clock = { at: Date.parse(startsAt), now: () => clock.at }
  const outbox = createOutbox({
    store: createMemoryStore(),
    lock: createMemoryLock(),
    clock,
    senderFor: async () => upstream,
  })
  const { services } = await upstream.services()
  const service = services.find(({ id }) => id === '1')
  const prepared = service && prepareOrder(service, { quantity: '2000', target })
  if (prepared?.ok !== true) throw new Error('service 1 of the sample catalogue takes no 2000')
  const { amount: balanceBefore } = await upstream.balance()
  const input = { ...prepared, serviceName: service?.name ?? '', createdAt: clock.at, balanceBefore }
  const { canListOrders } = upstream.capabilities
  const draft = createDraft({ ...input, id: 'one', accountId: 'a', canListOrders })
  const confirm = async (record: OrderRecord): Promise<OrderRecord> => {
    const result = await outbox.confirm(record)
    if (result.kind !== 'recorded') throw new Error(result.kind)
    return result.record
  }
  const added = () => server.control.requestLog.list({ action: 'add' }).length
  return { server, upstream, outbox, clock, draft, input, confirm, added }
}

function upstreamOf(server: MockServer, kind: Upstream['kind']): Upstream {
  const retry = { limit: 0 }
  return kind === 'qqtube'
    ? createQqtubeClient({ apiKey: mockQqtubeKey, baseUrl: `${server.url}/v1-api`, retry })
    : createPanelClient({ apiKey: mockPanelKey, baseUrl: `${server.url}/api/v2`, retry })
}

test.each(['qqtube', 'panel'] as const)(
  'a %s order is placed, tracked to its end and reconciled',
  async kind => {
    const { server, upstream, outbox, draft, confirm } = await open(kind)
    await using _server = server
    const accepted = await confirm(draft)
    expect(accepted.state.name).toBe('accepted')
    server.control.clock.advance('1h')
    const statuses = await upstream.statuses([orderIdOf(accepted) ?? ''])
    const [final] = await outbox.seeStatuses('a', statuses)
    if (final?.state.name !== 'closed') throw new Error(`it is ${final?.state.name}`)
    expect(reconcileOrder(final.confirmed, final.state.status)?.verdict).toBe('equal')
    expect(describeState(final)).toBe(`Order ${orderIdOf(accepted)} is completed.`)
  },
)

test('an order that was taken before the connection broke is found by a look-up', async () => {
  const { server, outbox, draft, confirm, added } = await open('qqtube')
  await using _server = server
  server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
  expect((await confirm(draft)).state.name).toBe('unknown')
  const found = await outbox.lookUp('one')
  const [taken] = server.control.orders.list()
  expect(found).toMatchObject({ ok: true, record: { state: { name: 'open', orderId: taken?.id } } })
  expect(added()).toBe(1)
})

test('an order that was lost on its way is sent again once that is proven', async () => {
  const { server, outbox, clock, draft, input, confirm, added } = await open('qqtube')
  await using _server = server
  server.control.faults.add({ action: 'add', fault: 'reset', when: 'before' })
  const unknown = await confirm(draft)
  expect(nextTry(unknown, input).ok).toBe(false)
  expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
  clock.at += defaultSettleMs
  const looked = await outbox.lookUp('one')
  const next = looked.ok ? nextTry(looked.record, input) : looked
  if (!next.ok) throw new Error(next.rejection.code)
  expect((await confirm(next.draft)).state.name).toBe('accepted')
  expect([server.control.orders.list().length, added()]).toEqual([1, 2])
})

test('what became of an order at a panel is for the person to say, beside the balances', async () => {
  const { server, outbox, draft, confirm, added } = await open('panel')
  await using _server = server
  server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
  const unknown = await confirm(draft)
  expect(unknown.state.name).toBe('unknown')
  const looked = await outbox.lookUp('one')
  if (!looked.ok || looked.record.state.name !== 'unknown') throw new Error('it is known')
  const { balanceBefore: before, total: cost } = looked.record.confirmed
  expect(compareBalances({ before, after: looked.record.state.balanceAfter, cost }).suggests).toBe('placed')

  expect(await outbox.answer('one', { kind: 'placed', orderId: '1' })).toMatchObject({
    rejection: { code: 'order_not_found' },
  })
  const [taken] = server.control.orders.list()
  const answered = await outbox.answer('one', { kind: 'placed', orderId: taken?.id ?? '' })
  expect(answered).toMatchObject({ ok: true, record: { state: { orderId: taken?.id } } })
  expect(added()).toBe(1)
})
