import type { Clock } from '../clock.ts'
import type { Changes } from '../upstream/changes.ts'
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

/** A plan with what it has counted so far. */
export interface KeptFault {
  readonly id: string
  readonly plan: FaultPlan
  /** How many requests have matched it. */
  readonly met: number
  /** Absent: without end. */
  readonly remaining?: number | undefined
}

/** What another server can go on from. */
export interface KeptFaults {
  /** How many plans there have been. */
  readonly added: number
  readonly plans: readonly KeptFault[]
}

export interface FaultPlans {
  /** @throws RangeError for a fault of no known name, a setting that it does not take, or a number out of range */
  add(plan: FaultPlan): FaultHandle
  /** Those that will still strike, or keep a request waiting, oldest first. */
  list(): readonly FaultHandle[]
  /** What strikes a request, used up by asking. */
  take(request: StruckRequest): Strike | undefined
  kept(): KeptFaults
  /** Goes on with the plans that another server left. What it held back has gone with it, and a quota counts anew. */
  restore(kept: KeptFaults): void
  /** Drops every plan, lets go of what is delayed, and begins anew with what is drawn from the seed. */
  clear(): void
}

interface ActivePlan {
  readonly handle: FaultHandle
  kept(): KeptFault
  /** Whether requests wait for its release. */
  isHolding(): boolean
  /** Counts a request that matches; its blow where it is due. */
  meet(request: StruckRequest): Blow | undefined
}

export function createFaultPlans(clock: Clock, seed: string, changes: Pick<Changes, 'faults'>): FaultPlans {
  let active: readonly ActivePlan[] = []
  let added = 0
  const activated = (kept: KeptFault): ActivePlan => {
    const draw = (parts: readonly string[]): number => seededShare(seed, ['fault', kept.id, ...parts])
    return activate(kept, clock, draw, changes.faults)
  }
  return {
    add(plan) {
      checkPlan(plan)
      added += 1
      const newest = activated({ id: String(added), plan, met: 0, remaining: timesOf(plan) })
      active = [...active.filter(isActive), newest]
      changes.faults()
      return newest.handle
    },
    kept: () => ({
      added,
      plans: active.filter(({ handle }) => handle.remaining() > 0).map(({ kept }) => kept()),
    }),
    restore(kept) {
      added = kept.added
      active = kept.plans.map(activated)
    },
    list: () => active.filter(isActive).map(({ handle }) => handle),
    take(request) {
      if (active.length === 0) return undefined
      const matching = active.filter(({ handle }) => handle.remaining() > 0 && matches(handle.plan, request))
      if (matching.length === 0) return undefined
      // Each plan counts the requests that match it, also those that another one strikes in its place.
      const strike = strikeOf(matching.flatMap(({ meet }) => meet(request) ?? []))
      changes.faults()
      return strike
    },
    clear() {
      for (const { handle } of active) handle.release()
      active = []
      added = 0
      changes.faults()
    },
  }
}

function isActive({ handle, isHolding }: ActivePlan): boolean {
  return handle.remaining() > 0 || isHolding()
}

const endless = Number.MAX_SAFE_INTEGER

/** Absent: without end. */
function timesOf({ times, probability, fault }: FaultPlan): number | undefined {
  return times ?? (probability !== undefined || fault === 'quota' ? undefined : 1)
}

function activate(
  { id, plan, ...counted }: KeptFault,
  clock: Clock,
  draw: (parts: readonly string[]) => number,
  changed: () => void,
): ActivePlan {
  const { nth = 1, probability, fault } = plan
  const quota = fault === 'quota' ? createQuota(plan, clock) : undefined
  let { met, remaining = endless } = counted
  let held = 0
  const { promise: released, resolve: letGo } = promiseWithResolver()
  return {
    isHolding: () => held > 0,
    kept: () => ({ id, plan, met, ...(remaining !== endless && { remaining }) }),
    handle: {
      id,
      plan,
      remaining: () => remaining,
      release() {
        remaining = 0
        held = 0
        letGo()
        changed()
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
