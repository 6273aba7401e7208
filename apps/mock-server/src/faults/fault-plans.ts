import type { Clock } from '../clock.ts'
import { seededShare } from '../upstream/seeded-share.ts'
import { strategyOf } from './all-faults.ts'
import { checkPlan, type FaultPlan } from './fault-plan.ts'
import type { StruckRequest } from './fault-strategy.ts'
import { createQuota } from './quota.ts'
import { type Blow, type Strike, strikeOf } from './strike.ts'

export type { FaultPlan } from './fault-plan.ts'

export interface FaultHandle {
  /** Unique among the plans of a server. */
  readonly id: string
  readonly plan: FaultPlan
  /** How many requests it will still strike; 2^53 − 1 for one without end. */
  remaining(): number
  /** Strikes no more, and lets go of what it delays. */
  release(): void
}

export interface FaultPlans {
  /** @throws RangeError for a fault of no known name, a setting that it does not take, or a number out of range */
  add(plan: FaultPlan): FaultHandle
  /** Those that will still strike, or keep a request waiting, oldest first. */
  list(): readonly FaultHandle[]
  /** What strikes a request, used up by asking. */
  take(request: StruckRequest): Strike | undefined
  /** Drops every plan, lets go of what is delayed, and begins anew with what is drawn from the seed. */
  clear(): void
}

interface ActivePlan {
  readonly handle: FaultHandle
  /** Whether requests wait for its release. */
  isHolding(): boolean
  /** Counts a request that matches; its blow where it is due. */
  meet(request: StruckRequest): Blow | undefined
}

export function createFaultPlans(clock: Clock, seed: string): FaultPlans {
  let active: readonly ActivePlan[] = []
  let added = 0
  return {
    add(plan) {
      checkPlan(plan)
      const id = String(added + 1)
      const activated = activate(id, plan, clock, parts => seededShare(seed, ['fault', id, ...parts]))
      added += 1
      active = [...active.filter(isActive), activated]
      return activated.handle
    },
    list: () => active.filter(isActive).map(({ handle }) => handle),
    take(request) {
      if (active.length === 0) return undefined
      // Each plan counts the requests that match it, also those that another one strikes in its place.
      const due = active
        .filter(({ handle }) => handle.remaining() > 0 && matches(handle.plan, request))
        .flatMap(({ meet }) => meet(request) ?? [])
      return strikeOf(due)
    },
    clear() {
      for (const { handle } of active) handle.release()
      active = []
      added = 0
    },
  }
}

function isActive({ handle, isHolding }: ActivePlan): boolean {
  return handle.remaining() > 0 || isHolding()
}

const endless = Number.MAX_SAFE_INTEGER

function activate(
  id: string,
  plan: FaultPlan,
  clock: Clock,
  draw: (parts: readonly string[]) => number,
): ActivePlan {
  const { nth = 1, probability, fault } = plan
  const quota = fault === 'quota' ? createQuota(plan, clock) : undefined
  const isEndless = probability !== undefined || quota !== undefined
  let remaining = plan.times ?? (isEndless ? endless : 1)
  let met = 0
  let held = 0
  const { promise: released, resolve: letGo } = promiseWithResolver()
  return {
    isHolding: () => held > 0,
    handle: {
      id,
      plan,
      remaining: () => remaining,
      release() {
        remaining = 0
        held = 0
        letGo()
      },
    },
    meet(request) {
      met += 1
      const number = String(met)
      const untilQuota = quota?.count(request.account) ?? 0
      const isLetThrough = quota !== undefined && untilQuota === 0
      const isDrawn = probability === undefined || draw([number, 'strike']) < probability
      if (met < nth || isLetThrough || !isDrawn) return undefined
      const share = (purpose: string): number => draw([number, purpose])
      return {
        fault,
        when: plan.when ?? (fault === 'quota' ? 'before' : 'after'),
        strategy: strategyOf(fault),
        context: { clock, request, settings: plan, share, released, untilQuota },
        use() {
          if (remaining !== endless) remaining -= 1
          if (fault === 'held') held += 1
        },
      }
    },
  }
}

function matches(plan: FaultPlan, request: StruckRequest): boolean {
  return (
    (plan.upstream === undefined || plan.upstream === request.upstream) &&
    (plan.action === undefined || plan.action === request.action) &&
    (plan.account === undefined || plan.account === request.account)
  )
}

/** Promise.withResolvers came with Node 22. */
function promiseWithResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
