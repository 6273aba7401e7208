import type { ServerClock } from '../clock/clock.ts'
import { durationMs } from '../clock/duration.ts'
import type { DueFault } from './injection.ts'
import type { FaultPlan } from './plan.ts'
import { createQuota } from './quota.ts'
import { strategyOf } from './registry.ts'
import type { FaultTarget } from './strategy.ts'

export interface FaultHandle {
  /** Unique among the plans of a server. */
  readonly id: string
  readonly plan: FaultPlan
  /** How many requests it will still be injected into; 2^53 − 1 for one without end. */
  remaining(): number
  /** Ends the plan, and lets go of what it delays. */
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
  /** On the server's clock. Absent: it lasts until it has been injected as often as planned. */
  readonly endsAt?: number | undefined
}

export interface ActiveFault {
  readonly handle: FaultHandle
  kept(): KeptFault
  /** Whether requests wait for its release. */
  isHolding(): boolean
  /** Counts a request that matches; the fault to inject if it is due. */
  meet(request: FaultTarget): DueFault | undefined
}

const endless = Number.MAX_SAFE_INTEGER

/** A plan that is added now. */
export function begun(id: string, plan: FaultPlan, now: number): KeptFault {
  const { times, probability, fault, lasts } = plan
  const isEndless = probability !== undefined || fault === 'quota' || lasts !== undefined
  const endsAt = lasts === undefined ? undefined : now + durationMs(lasts, 'lasts')
  return { id, plan, met: 0, remaining: times ?? (isEndless ? undefined : 1), endsAt }
}

/** @param onChange is told if it is called off */
export function activate(
  { id, plan, endsAt, ...counted }: KeptFault,
  clock: ServerClock,
  draw: (parts: readonly string[]) => number,
  onChange: () => void,
): ActiveFault {
  const { nth = 1, probability, fault } = plan
  const quota = fault === 'quota' ? createQuota(plan, clock) : undefined
  let { met, remaining = endless } = counted
  let waiting = 0
  const isOver = (): boolean => endsAt !== undefined && clock.now() >= endsAt
  const { promise: released, resolve: letGo } = promiseWithResolver()
  return {
    isHolding: () => waiting > 0,
    kept: () => ({ id, plan, met, endsAt, ...(remaining !== endless && { remaining }) }),
    handle: {
      id,
      plan,
      remaining: () => (isOver() ? 0 : remaining),
      release() {
        remaining = 0
        waiting = 0
        letGo()
        onChange()
      },
    },
    meet(request) {
      met += 1
      const number = String(met)
      const untilQuota = quota?.count(request.account) ?? 0
      const isLetThrough = quota !== undefined && untilQuota === 0
      const isDrawn = probability === undefined || draw([number, 'draw']) < probability
      if (met < nth || isLetThrough || !isDrawn) return undefined
      const share = (purpose: string): number => draw([number, purpose])
      const strategy = strategyOf(fault)
      return {
        fault,
        when: plan.when ?? strategy.usually ?? 'after',
        strategy,
        context: { clock, request, settings: plan, share, released, untilQuota },
        use() {
          if (remaining !== endless) remaining -= 1
          if (strategy.isDelay === true) waiting += 1
        },
        end() {
          // What was let go is counted no more.
          if (strategy.isDelay === true && waiting > 0) waiting -= 1
        },
      }
    },
  }
}

/** Promise.withResolvers came with Node 22. */
function promiseWithResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
