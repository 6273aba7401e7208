import type { Order } from './order.ts'

/** Where a refill stands, in no API's words. */
export type RefillState = 'pending' | 'in_progress' | 'completed'

/** A request to make up for what an order lost after it was delivered. */
export interface Refill {
  readonly id: string
  readonly order: Order
  /** Milliseconds on the server's clock. */
  readonly askedAt: number
  readonly pendingMs: number
  readonly durationMs: number
  /** A word that was set from outside, and stays until another is set. */
  code: string | undefined
}

export interface RefillBook {
  add(refill: Omit<Refill, 'id' | 'code'>): Refill
  get(id: string): Refill | undefined
  /** The latest refill of an order. */
  latestOf(order: Order): Refill | undefined
  list(): readonly Refill[]
  /** Forgets all of them, and numbers from the first again. */
  clear(): void
}

export function createRefillBook(): RefillBook {
  const refills = new Map<string, Refill>()
  const latest = new Map<Order, Refill>()
  return {
    add(asked) {
      const refill = { ...asked, id: String(refills.size + 1), code: undefined }
      refills.set(refill.id, refill)
      latest.set(refill.order, refill)
      return refill
    },
    get: id => refills.get(id),
    latestOf: order => latest.get(order),
    list: () => [...refills.values()],
    clear() {
      refills.clear()
      latest.clear()
    },
  }
}

export function refillStateOf({ askedAt, pendingMs, durationMs }: Refill, now: number): RefillState {
  if (now >= askedAt + pendingMs + durationMs) return 'completed'
  return now >= askedAt + pendingMs ? 'in_progress' : 'pending'
}
