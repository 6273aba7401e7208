import { progressOf } from './delivery.ts'
import type { Order } from './order.ts'
import { seededInteger } from './random.ts'

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
  /** Enters a refill that another server took, with its number; oldest first. */
  restore(refill: Refill): Refill
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
  const enter = (refill: Refill): Refill => {
    refills.set(refill.id, refill)
    latest.set(refill.order, refill)
    return refill
  }
  return {
    restore: enter,
    add(asked) {
      const refill = { ...asked, id: String(refills.size + 1), code: undefined }
      return enter(refill)
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

export type RefillAnswer =
  | { readonly kind: 'asked'; readonly refill: Refill }
  | { readonly kind: 'not_refillable' | 'not_completed' | 'already_asked' }

/** What a refill is asked of: the state of a server has it. */
interface RefillDesk {
  readonly refills: RefillBook
  readonly seed: string
  readonly onChange: () => void
}

/** Asks for an order's losses to be made up for: of a service that does so, after completion, one at a time. */
export function askRefill({ refills, seed, onChange }: RefillDesk, order: Order, now: number): RefillAnswer {
  if (!order.service.flags.refill) return { kind: 'not_refillable' }
  const { state } = progressOf(order, now)
  if (state !== 'completed' && state !== 'partial') return { kind: 'not_completed' }
  const earlier = refills.latestOf(order)
  if (earlier !== undefined && earlier.code === undefined && refillStateOf(earlier, now) !== 'completed') {
    return { kind: 'already_asked' }
  }
  const refill = refills.add({
    order,
    askedAt: now,
    pendingMs: 10_000,
    durationMs: 1000 * seededInteger(seed, ['refill', order.id], 60, 300),
  })
  onChange()
  return { kind: 'asked', refill }
}
