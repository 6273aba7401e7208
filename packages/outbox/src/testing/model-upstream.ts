import type { FoundOrder, ListedOrder, Outcome } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import type { Sender } from '../index.ts'
import { InjectedFailure, type Process, type World } from './world.ts'

/** What becomes of a request: whether the order is taken, at once, later or never, and what the sender hears. */
export type Fate =
  | 'accepted'
  | 'taken_unheard'
  | 'taken_late'
  | 'taken_and_thrown'
  | 'rejected'
  | 'rejected_unheard'
  | 'lost'
  | 'not_sent'
  | 'thrown'
  /** HTTP 429: nothing is taken. */
  | 'busy'

export interface UpstreamTraits {
  readonly canListOrders: boolean
  /** How a listing shows what was ordered for. */
  readonly shows: 'id' | 'link' | 'blank'
  /** Its clock against ours. */
  readonly offsetMs: number
  /** How long after a request's end it may still take the order. */
  readonly latestMs: number
  /** How many of its orders a window reads at most. */
  readonly mostRead: number
  /** Orders of the same kind that the person made elsewhere, days before. */
  readonly strangers: number
}

export interface TakenOrder {
  readonly orderId: string
  /** Which record it was sent for; strangers have none. */
  readonly tag: string | undefined
  readonly order: PreparedOrder
  readonly takenAt: number
}

export interface ModelUpstream {
  /** Every request to add an order, in turn, by the tag of its record. */
  readonly requests: readonly string[]
  readonly taken: readonly TakenOrder[]
  /** Whether the order of that tag may still be taken. */
  mayStillTake(tag: string): boolean
  /** Takes what is due by now. */
  settle(): void
  senderFor(process: Process, nextFate: () => Fate): Sender
}

export const charge = '2.5'
const dayMs = 86_400_000

/** Creates an upstream that takes orders, answers or not, and forgets none. It tells records apart by a tag that the outbox does not see. */
export function createModelUpstream(
  world: World,
  traits: UpstreamTraits,
  sample: PreparedOrder,
): ModelUpstream {
  const requests: string[] = []
  const taken: TakenOrder[] = []
  let late: { readonly tag: string; readonly order: PreparedOrder; readonly dueAt: number }[] = []

  function take(order: PreparedOrder, tag: string | undefined, takenAt: number): string {
    const orderId = String(1000 + taken.length)
    taken.push({ orderId, tag, order, takenAt })
    return orderId
  }

  function add(order: PreparedOrder, fate: Fate): Outcome {
    const tag = order.params.tag ?? ''
    // A request that was turned away at the door may be made again.
    if (fate === 'busy') return busy
    requests.push(tag)
    switch (fate) {
      case 'accepted':
        return { kind: 'accepted', orderId: take(order, tag, world.now), startCount: undefined, messages: [] }
      case 'taken_unheard':
        take(order, tag, world.now)
        return unheard
      case 'taken_late':
        late.push({ tag, order, dueAt: world.now + traits.latestMs })
        return unheard
      case 'taken_and_thrown':
        take(order, tag, world.now)
        throw new InjectedFailure('the sender broke')
      case 'rejected':
        return { kind: 'rejected', messages: [{ id: '1', text: 'No.' }], httpStatus: 200 }
      case 'not_sent':
        return { kind: 'not_sent', code: 'connect_failed', reason: 'No connection.' }
      case 'thrown':
        throw new InjectedFailure('the sender broke')
      case 'rejected_unheard':
      case 'lost':
        return unheard
    }
  }

  for (let index = 0; index < traits.strangers; index += 1) {
    take(sample, undefined, world.now - (traits.strangers - index) * 3 * dayMs)
  }
  return {
    requests,
    taken,
    mayStillTake: tag => late.some(order => order.tag === tag),
    settle: () => {
      const due = late.filter(({ dueAt }) => dueAt <= world.now)
      late = late.filter(({ dueAt }) => dueAt > world.now)
      for (const { order, tag, dueAt } of due) take(order, tag, dueAt)
    },
    senderFor: (process, nextFate) => ({
      capabilities: {
        canListOrders: traits.canListOrders,
        canRefill: false,
        canCancel: false,
        statusBatchSize: 100,
      },
      add: order => {
        const fate = nextFate()
        return world.call(process, { effect: () => add(order, fate) })
      },
      statuses: orderIds =>
        world.call(process, {
          effect: () =>
            orderIds.map(orderId => {
              const found = taken.find(order => order.orderId === orderId)
              return found === undefined ? { kind: 'missing', orderId } : foundOrder(found)
            }),
          canFail: true,
        }),
      balance: () =>
        world.call(process, { effect: () => ({ amount: '100', currency: undefined }), canFail: true }),
      orders: async function* () {
        yield* await world.call(process, {
          effect: () => taken.map(order => listedOrder(order, traits)).reverse(),
          canFail: true,
        })
      },
    }),
  }
}

const busy: Outcome = { kind: 'rejected', messages: [], httpStatus: 429 }

const unheard: Outcome = {
  kind: 'unknown',
  code: 'timeout',
  reason: 'No whole answer came.',
  httpStatus: undefined,
}

function foundOrder({ orderId, order }: TakenOrder): FoundOrder {
  return {
    kind: 'found',
    orderId,
    state: 'in_progress',
    rawStatus: 'In progress',
    isFinal: false,
    startCount: 0,
    currentCount: 0,
    wantedCount: Number(order.quantity),
    remains: undefined,
    progress: undefined,
    charge,
    refund: undefined,
    currency: undefined,
  }
}

function listedOrder(order: TakenOrder, { shows, offsetMs }: UpstreamTraits): ListedOrder {
  const { target = '', serviceId } = order.order
  const targets = { id: target.slice(-11), link: target, blank: undefined }
  return {
    ...foundOrder(order),
    serviceId,
    target: targets[shows],
    createdAt: new Date(order.takenAt + offsetMs).toISOString(),
  }
}
