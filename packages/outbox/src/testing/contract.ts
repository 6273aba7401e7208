import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord, OrderState } from '../index.ts'
import { expectTo } from './violation.ts'

/** One thing that ports have to keep, and a run that rejects, with a sentence, if they do not. */
export interface ContractCase {
  readonly name: string
  readonly run: () => Promise<void>
}

/** What several connections share, each as a process of its own would open it. */
export interface Shared<Port> {
  connect(): Promise<Port>
  /** Closes all connections. */
  close(): Promise<void>
}

/** Returns the cases of a contract. Each has names of its own, so that one database may serve all of them. */
export function casesOf<Port>(
  open: () => Promise<Shared<Port>>,
  cases: Readonly<Record<string, (shared: Shared<Port>, prefix: string) => Promise<void>>>,
): readonly ContractCase[] {
  return Object.entries(cases).map(([name, run], index) => ({
    name,
    run: async () => {
      const shared = await open()
      try {
        await run(shared, `case ${index}`)
      } finally {
        await shared.close()
      }
    },
  }))
}

/** Opens so many connections. */
export function connections<Port>({ connect }: Shared<Port>, count: number): Promise<readonly Port[]> {
  return Promise.all(Array.from({ length: count }, () => connect()))
}

/** Throws a {@link Violation} unless two values have the same fields with the same values; what is undefined counts as absent. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [is, is_to] = [printed(actual), printed(expected)]
  expectTo(is === is_to, `${what} is ${is}, and has to be ${is_to}`)
}

function printed(value: unknown): string {
  const text = JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  )
  return text ?? 'undefined'
}

const status: FoundOrder = {
  kind: 'found',
  orderId: '77',
  state: 'in_progress',
  rawStatus: 'In progress',
  isFinal: false,
  startCount: 10,
  currentCount: 460,
  wantedCount: 1000,
  remains: 550,
  progress: 0.45,
  charge: '2.5',
  refund: undefined,
  currency: undefined,
}

/** Returns a state that has the upstream's number. */
export function openState(orderId: string): OrderState {
  return { name: 'open', orderId, status: { ...status, orderId } }
}

/** Returns a record to store, of an order that differs from others in its target. */
export function recordOf(id: string, target: string, change: Partial<OrderRecord> = {}): OrderRecord {
  return {
    id,
    accountId: 'main',
    order: { serviceId: '3', target, quantity: '1000', drip: false, params: {} },
    confirmed: {
      total: '2.5',
      quantity: '1000',
      delivers: '1000',
      isChargedLater: false,
      currency: undefined,
      serviceName: 'Sample views',
      targetTitle: undefined,
      balanceBefore: undefined,
    },
    canListOrders: true,
    createdAt: 1_800_000_000_000,
    retryOf: undefined,
    attempt: 1,
    sentAt: undefined,
    placedAt: undefined,
    state: { name: 'queued' },
    history: [],
    ...change,
  }
}
