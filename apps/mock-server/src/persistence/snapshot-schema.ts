import type { Service, UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { ownAnswerSchema } from '../answers/own-answer.ts'
import type { KeptAnswers } from '../answers/own-answers.ts'
import { type PanelDialect, panelDialectNames } from '../apis/panel/dialects.ts'
import type { KeptFaults } from '../faults/fault-plans.ts'
import { faultPlanSchema } from '../faults/plan.ts'
import type { Account } from '../simulator/accounts.ts'
import { behaviourRuleSchema, type KeptBehaviourRule } from '../simulator/behaviour-rules.ts'
import { type Order, orderStates, type Subscription } from '../simulator/order.ts'
import type { Refill } from '../simulator/refills.ts'

/** All that a state file holds of a server, as it was at one moment. */
export interface Snapshot {
  readonly format: typeof snapshotFormat
  /** What the server's clock read at a time of the wall's, and how fast it ran. */
  readonly clock: { readonly at: number; readonly wallAt: number; readonly rate: number }
  readonly accounts: readonly AccountRecord[]
  readonly services: readonly Service[]
  /** Oldest first. */
  readonly orders: readonly OrderRecord[]
  /** Oldest first. */
  readonly refills: readonly RefillRecord[]
  /** The texts of catalogues that replaced those of the options. */
  readonly catalogues: { readonly [Upstream in UpstreamKind]?: string | undefined }
  /** All plans that still apply. */
  readonly faults: KeptFaults
  /** All answers of the test's own that are data. */
  readonly answers: KeptAnswers
  readonly dialect: PanelDialect
  /** All rules that have orders to come. */
  readonly behaviours: readonly KeptBehaviourRule[]
}

export const snapshotFormat = 'orderwright-mock 2'

/**
 * A value as JSON keeps it: counts of any length as their digits, and what may be absent left out. A field that is added to the value is
 * missed in its schema below by the compiler.
 */
type Kept<Value> = {
  readonly [Name in keyof Value as undefined extends Value[Name] ? never : Name]: KeptField<Value[Name]>
} & {
  readonly [Name in keyof Value as undefined extends Value[Name] ? Name : never]?: KeptField<Value[Name]>
}

type KeptField<Field> = Field extends bigint ? string : Field extends object ? Kept<Field> : Field

export type AccountRecord = Omit<Account, 'key'> & { readonly keyHash: string }

/** The account by its name, and the service by its place among those of the snapshot. */
export type OrderRecord = Kept<Omit<Order, 'account' | 'service' | 'behaviour' | 'subscription'>> & {
  readonly account: string
  readonly service: number
  readonly behaviour: string
  readonly subscription?: SubscriptionRecord | undefined
}

/** `endsAt` is absent if it does not expire; the orders are those that it has placed, by number. */
export type SubscriptionRecord = Kept<Omit<Subscription, 'orders' | 'endsAt'>> & {
  readonly endsAt?: number | undefined
  readonly orders: readonly string[]
}

export type RefillRecord = Kept<Omit<Refill, 'order'>> & { readonly order: string }

/** Parses the text of a state file; returns `undefined` for any other. */
export function parseSnapshot(text: string): Snapshot | undefined {
  try {
    const result = v.safeParse(snapshot, JSON.parse(text))
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
  keyHash: v.pipe(v.string(), v.regex(/^[\da-f]{32}:[\da-f]{64}$/)),
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
  behaviour: v.string(),
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

const answers = v.strictObject({
  added: whole,
  answers: v.array(v.strictObject({ id: digits, answer: ownAnswerSchema, ...counted })),
})

const behaviours = v.array(v.strictObject({ rule: behaviourRuleSchema, ...counted }))

const snapshot: v.GenericSchema<unknown, Snapshot> = v.strictObject({
  format: v.literal(snapshotFormat),
  clock: v.strictObject({ at: whole, wallAt: whole, rate: v.number() }),
  accounts: v.array(account),
  // The server wrote them as the core gave them, and nobody else does: they are taken as they are.
  services: v.array(v.custom<Service>(isObject)),
  orders: v.array(order),
  refills: v.array(refill),
  catalogues: v.strictObject({ qqtube: v.optional(v.string()), panel: v.optional(v.string()) }),
  faults,
  answers,
  dialect: v.picklist(panelDialectNames),
  behaviours,
})

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
