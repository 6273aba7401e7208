import type { Service, UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { faultPlanSchema } from '../control-http/schemas/fault-schemas.ts'
import type { KeptFaults } from '../faults/fault-plans.ts'
import { type KeptLifeRule, lifeRuleSchema } from '../simulator/behaviour-rules.ts'
import { type OrderState, orderStates } from '../simulator/order.ts'

/** A line of a state file: what one request changed. Later lines count over earlier ones. */
export interface StateRecord {
  /** In the first line alone. */
  readonly format?: typeof stateFormat | undefined
  /** Whatever stands above is no more. */
  readonly reset?: true | undefined
  /** What the server's clock read at a time of the wall's, and how fast it ran. */
  readonly clock?: { readonly at: number; readonly wallAt: number; readonly rate: number } | undefined
  readonly accounts?: readonly AccountRecord[] | undefined
  /** By their numbers in this file. */
  readonly services?: readonly (readonly [number, Service])[] | undefined
  readonly orders?: readonly OrderRecord[] | undefined
  readonly refills?: readonly RefillRecord[] | undefined
  /** The texts of catalogues that replaced those of the options. */
  readonly catalogues?: { readonly [Upstream in UpstreamKind]?: string | undefined } | undefined
  /** All plans that are to strike. */
  readonly faults?: KeptFaults | undefined
  /** All rules that have orders to come. */
  readonly lives?: readonly KeptLifeRule[] | undefined
}

export const stateFormat = 'orderwright-mock 1'

export interface AccountRecord {
  readonly upstream: UpstreamKind
  readonly name: string
  readonly funds: string
  readonly currency: string
  /** Once in a file for each account. */
  readonly keyHash?: string | undefined
}

export interface OrderRecord {
  readonly id: string
  /** The account's name. */
  readonly account: string
  /** The number of a service in this file. */
  readonly service: number
  readonly target: string
  readonly wanted: string
  readonly startCount: string
  readonly charged: string
  readonly takenAt: number
  readonly delivery: {
    readonly pendingMs: number
    readonly runMs: number
    readonly runs: string
    readonly intervalMs: number
  }
  readonly subscription?: SubscriptionRecord | undefined
  readonly life: string
  readonly polls: number
  readonly cancelAt?: number | undefined
  readonly mark?:
    | { readonly state: OrderState; readonly code?: string | undefined; readonly deliveredThen: string }
    | undefined
  readonly refund?: { readonly amount: string; readonly at: number } | undefined
}

export interface SubscriptionRecord {
  readonly username: string
  readonly minimum: string
  readonly maximum: string
  readonly delayMs: number
  readonly oldPosts: number
  readonly newPosts: number
  /** Absent where it does not expire. */
  readonly endsAt?: number | undefined
  readonly postEveryMs: number
  /** The numbers of the orders that it has placed. */
  readonly orders: readonly string[]
}

export interface RefillRecord {
  readonly id: string
  readonly order: string
  readonly askedAt: number
  readonly pendingMs: number
  readonly durationMs: number
  readonly code?: string | undefined
}

/** One line; `undefined` for one that is none. */
export function parseRecord(line: string): StateRecord | undefined {
  try {
    const result = v.safeParse(stateRecord, JSON.parse(line))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

const whole = v.pipe(v.number(), v.integer())
const digits = v.pipe(v.string(), v.regex(/^\d+$/))

const account = v.strictObject({
  upstream: v.picklist(['qqtube', 'panel']),
  name: v.string(),
  funds: v.string(),
  currency: v.string(),
  keyHash: v.optional(v.pipe(v.string(), v.regex(/^[\da-f]{32}:[\da-f]{64}$/))),
})

const subscription = v.strictObject({
  username: v.string(),
  minimum: digits,
  maximum: digits,
  delayMs: v.number(),
  oldPosts: whole,
  newPosts: whole,
  endsAt: v.optional(v.number()),
  postEveryMs: whole,
  orders: v.array(v.string()),
})

const order = v.strictObject({
  id: digits,
  account: v.string(),
  service: whole,
  target: v.string(),
  wanted: digits,
  startCount: digits,
  charged: v.string(),
  takenAt: whole,
  delivery: v.strictObject({
    pendingMs: v.number(),
    runMs: v.number(),
    runs: digits,
    intervalMs: v.number(),
  }),
  subscription: v.optional(subscription),
  life: v.string(),
  polls: whole,
  cancelAt: v.optional(whole),
  mark: v.optional(
    v.strictObject({
      state: v.picklist(orderStates),
      code: v.optional(v.string()),
      deliveredThen: v.pipe(v.string(), v.regex(/^-?\d+$/)),
    }),
  ),
  refund: v.optional(v.strictObject({ amount: v.string(), at: whole })),
})

const refill = v.strictObject({
  id: digits,
  order: digits,
  askedAt: whole,
  pendingMs: whole,
  durationMs: whole,
  code: v.optional(v.string()),
})

const counted = { met: whole, remaining: v.optional(whole) } as const

const faults = v.strictObject({
  added: whole,
  plans: v.array(
    v.strictObject({ id: digits, plan: faultPlanSchema, endsAt: v.optional(whole), ...counted }),
  ),
})

const lives = v.array(v.strictObject({ rule: lifeRuleSchema, ...counted }))

const stateRecord: v.GenericSchema<unknown, StateRecord> = v.strictObject({
  format: v.optional(v.literal(stateFormat)),
  reset: v.optional(v.literal(true)),
  clock: v.optional(v.strictObject({ at: whole, wallAt: whole, rate: v.number() })),
  accounts: v.optional(v.array(account)),
  // The server wrote them as the core gave them, and nobody else does: they are taken as they are.
  services: v.optional(v.array(v.strictTuple([whole, v.custom<Service>(isObject)]))),
  orders: v.optional(v.array(order)),
  refills: v.optional(v.array(refill)),
  catalogues: v.optional(v.strictObject({ qqtube: v.optional(v.string()), panel: v.optional(v.string()) })),
  faults: v.optional(faults),
  lives: v.optional(lives),
})

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
