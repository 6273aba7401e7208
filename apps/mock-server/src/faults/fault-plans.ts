import type { ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { Answer } from '../http/answer.ts'
import { seededShare } from '../upstream/seeded-share.ts'
import { type AnyFaultName, strategyOf } from './all-faults.ts'
import { checkPlan, type FaultPlan } from './fault-plan.ts'
import type { StrikeContext, StruckRequest } from './fault-strategy.ts'
import { createQuota } from './quota.ts'

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

/** The fault that strikes one request. */
export interface Strike {
  readonly fault: AnyFaultName
  readonly when: 'before' | 'after'
  /** Whether the request is carried out all the same. */
  readonly isCarriedOut: boolean
  /** What comes before the request is carried out. */
  before(): Promise<void>
  /** What comes in place of the answer. */
  deliver(response: ServerResponse, answer: Answer): Promise<void>
}

export interface FaultPlans {
  /** @throws RangeError for a fault of no known name, a setting that it does not take, or a number out of range */
  add(plan: FaultPlan): FaultHandle
  /** Those that will still strike, or keep a request waiting, oldest first. */
  list(): readonly FaultHandle[]
  /** The strike that is due for a request, used up by asking; the oldest plan first. */
  take(request: StruckRequest): Strike | undefined
  /** Drops every plan, lets go of what is delayed, and begins anew with what is drawn from the seed. */
  clear(): void
}

interface ActivePlan {
  readonly handle: FaultHandle
  /** Whether requests wait for its release. */
  isHolding(): boolean
  /** Counts a request that matches; its strike where it is due. */
  meet(request: StruckRequest): (() => Strike) | undefined
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
      // Each plan counts the requests that match it, also those that an older one strikes.
      const due = active
        .filter(({ handle }) => handle.remaining() > 0 && matches(handle.plan, request))
        .map(({ meet }) => meet(request))
      return due.find(strike => strike !== undefined)?.()
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
      return () => {
        if (remaining !== endless) remaining -= 1
        if (fault === 'held') held += 1
        return strikeOf(plan, { clock, request, settings: plan, share, released, untilQuota })
      }
    },
  }
}

function strikeOf(plan: FaultPlan, context: StrikeContext): Strike {
  const { isDelay = false, pause, deliver } = strategyOf(plan.fault)
  const when = plan.when ?? (plan.fault === 'quota' ? 'before' : 'after')
  return {
    fault: plan.fault,
    when,
    isCarriedOut: when === 'after' || isDelay,
    async before() {
      if (when === 'before' && pause !== undefined) await pause(context)
    },
    async deliver(response, answer) {
      if (when === 'after' && pause !== undefined) await pause(context)
      await deliver(response, answer, context)
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
