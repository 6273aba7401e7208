import type { Outcome, Upstream } from '@orderwright/client'
import {
  compareAmounts,
  describeIssue,
  type ParsedServices,
  type PreparedOrder,
  parseServices,
  prepareOrder,
} from '@orderwright/core'
import { demoBalance, demoOrdersItem, demoStatus, listedDemoOrder, withDemoOrder } from './demo-orders.ts'
import rows from './services.json' with { type: 'json' }
import { messages as texts } from './texts/en.generated.ts'

/**
 * Opens the demo provider: an upstream that is played here. It takes orders for play money, delivers each within a
 * minute, never fails, and asks the network for nothing. Its orders are stored, so that they outlive the worker.
 */
export function openDemoUpstream(now: () => number = Date.now): Upstream {
  return {
    kind: 'qqtube',
    capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: 50 },
    services: async () => services(),
    balance: async () => ({ amount: demoBalance(await demoOrdersItem.get()), currency: 'USD' }),
    add: order => add(order, now()),
    statuses: async orderIds => {
      const orders = new Map((await demoOrdersItem.get()).map(order => [order.id, order]))
      return orderIds.map(orderId => {
        const order = orders.get(orderId)
        return order === undefined ? { kind: 'missing', orderId } : demoStatus(order, now())
      })
    },
    orders: async function* ({ before } = {}) {
      const orders = await demoOrdersItem.get()
      const from = before === undefined ? 0 : orders.findIndex(({ id }) => id === before) + 1
      for (const order of orders.slice(from)) yield listedDemoOrder(order, now())
    },
    refill: () => cannot('canRefill'),
    refillStatuses: () => cannot('canRefill'),
    cancel: () => cannot('canCancel'),
  }
}

/** Parsed when it is asked for: most people's workers never do. */
function services(): ParsedServices {
  return parseServices('qqtube', rows)
}

async function add(order: PreparedOrder, now: number): Promise<Outcome> {
  const service = services().services.find(({ id }) => id === order.serviceId)
  if (service === undefined) return rejected([texts.noService()])
  const prepared = prepareOrder(service, order)
  if (!prepared.ok) return rejected(prepared.issues.map(issue => describeIssue(issue)))
  const charge = prepared.quote.total.toFixed()
  const id = `${now}-${crypto.randomUUID().slice(0, 4)}`
  let isPaid = false
  await demoOrdersItem.update(orders => {
    isPaid = compareAmounts(charge, demoBalance(orders)) <= 0
    if (!isPaid) return orders
    return withDemoOrder(orders, {
      id,
      serviceId: order.serviceId,
      target: order.target ?? '',
      quantity: prepared.quote.quantity.toNumber(),
      charge,
      createdAt: now,
    })
  })
  if (!isPaid) return rejected([texts.noMoney()])
  return { kind: 'accepted', orderId: id, startCount: undefined, messages: [] }
}

function rejected(sentences: readonly string[]): Outcome {
  return {
    kind: 'rejected',
    messages: sentences.map(text => ({ id: undefined, text })),
    httpStatus: 200,
  }
}

function cannot(capability: string): Promise<never> {
  return Promise.reject(
    new TypeError(`The demo provider cannot do that: ask capabilities.${capability} first`),
  )
}
