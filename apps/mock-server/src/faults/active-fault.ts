import type { ServerClock } from '../clock/clock.ts'
import { durationMs } from '../clock/duration.ts'
import { begunCount, createCounter, type KeptCount } from '../matching/counter.ts'
import type { MatchTarget } from '../matching/request-match.ts'
import type { DueFault } from './injection.ts'
import type { FaultPlan } from './plan.ts'
import { createQuota } from './quota.ts'
import { strategyOf } from './registry.ts'

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
export interface KeptFault extends KeptCount {
  readonly id: string
  readonly plan: FaultPlan
  /** On the server's clock. Absent: it lasts until it has been injected as often as planned. */
  readonly endsAt?: number | undefined
}

export interface ActiveFault {
  readonly handle: FaultHandle
  kept(): KeptFault
  /** Whether it was injected yet, or called off. */
  isUsed(): boolean
  /** Whether requests wait for its release. */
  isHolding(): boolean
  /** Counts a request that matches; the fault to inject if it is due. */
  meet(request: MatchTarget): DueFault | undefined
}

/** A plan that is added now. */
export function begun(id: string, plan: FaultPlan, now: number): KeptFault {
  const { probability, fault, lasts } = plan
  const isEndless = probability !== undefined || fault === 'quota' || lasts !== undefined
  const endsAt = lasts === undefined ? undefined : now + durationMs(lasts, 'lasts')
  return { id, plan, ...begunCount(plan, isEndless ? 'always' : 1), endsAt }
}

/** @param onChange is told if it is called off */
export function activate(
  { id, plan, endsAt, ...counted }: KeptFault,
  clock: ServerClock,
  draw: (parts: readonly string[]) => number,
  onChange: () => void,
): ActiveFault {
  const { probability, fault } = plan
  const quota = fault === 'quota' ? createQuota(plan, clock) : undefined
  const counter = createCounter(plan, counted)
  let waiting = 0
  const isOver = (): boolean => endsAt !== undefined && clock.now() >= endsAt
  const { promise: released, resolve: letGo } = promiseWithResolver()
  return {
    isUsed: counter.isUsed,
    isHolding: () => waiting > 0,
    kept: () => ({ id, plan, endsAt, ...counter.kept() }),
    handle: {
      id,
      plan,
      remaining: () => (isOver() ? 0 : counter.remaining()),
      release() {
        counter.end()
        waiting = 0
        letGo()
        onChange()
      },
    },
    meet(request) {
      const isDue = counter.meet()
      const number = String(counter.kept().met)
      const untilQuota = quota?.count(request.account) ?? 0
      const isLetThrough = quota !== undefined && untilQuota === 0
      const isDrawn = probability === undefined || draw([number, 'draw']) < probability
      if (!isDue || isLetThrough || !isDrawn) return undefined
      const share = (purpose: string): number => draw([number, purpose])
      const strategy = strategyOf(fault)
      return {
        fault,
        when: plan.when ?? strategy.usually ?? 'after',
        strategy,
        context: { clock, request, settings: plan, share, released, untilQuota },
        use() {
          counter.use()
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
