import type { ListedOrder, OrderStatus, Outcome } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import type { Sender } from '../src/index.ts'

export interface Script {
  readonly outcomes?: readonly (Outcome | Error)[]
  readonly listed?: Iterable<ListedOrder>
  readonly statuses?: readonly OrderStatus[]
  readonly balance?: string
  readonly canListOrders?: boolean
}

export interface ScriptedSender extends Sender {
  readonly sent: PreparedOrder[]
}

export const acceptedOutcome: Outcome = {
  kind: 'accepted',
  orderId: '77',
  startCount: undefined,
  messages: [],
}

export const unknownOutcome: Outcome = {
  kind: 'unknown',
  code: 'connection_reset',
  reason: 'No whole answer came within 25 s.',
  httpStatus: undefined,
}

/** An upstream that says what it is told to, and remembers what it was given. */
export function scriptedSender(script: Script = {}): ScriptedSender {
  const sent: PreparedOrder[] = []
  return {
    sent,
    capabilities: {
      canListOrders: script.canListOrders ?? true,
      canRefill: false,
      canCancel: false,
      statusBatchSize: 100,
    },
    add: async order => {
      sent.push(order)
      const outcome = script.outcomes?.[sent.length - 1] ?? acceptedOutcome
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    statuses: async orderIds =>
      orderIds.map(
        orderId =>
          script.statuses?.find(status => status.orderId === orderId) ?? { kind: 'missing', orderId },
      ),
    balance: async () => ({ amount: script.balance ?? '20', currency: undefined }),
    orders: async function* () {
      yield* script.listed ?? []
    },
  }
}
