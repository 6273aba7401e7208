import type { UpstreamKind } from '../upstream/accounts.ts'
import { type FaultName, faultStrategies } from './fault-strategies.ts'

/** A failure to come. Whatever is left out matches every request. */
export interface FaultPlan {
  /** A strategy's name, or `held`: the answer waits until the plan is released, and is then given. */
  readonly fault: FaultName | 'held'
  /** Whether the request is carried out before it fails. Default: `after`: the order is taken, and then this happens. */
  readonly when?: 'before' | 'after' | undefined
  readonly upstream?: UpstreamKind | undefined
  /** Such as `add`. */
  readonly action?: string | undefined
  /** The account's name. */
  readonly account?: string | undefined
  /** How many requests it strikes. Default: 1. */
  readonly times?: number | undefined
}

export interface FaultHandle {
  /** Unique among the plans of a server. */
  readonly id: string
  readonly plan: FaultPlan
  /** How many requests it will still strike. */
  remaining(): number
  /** Strikes no more, and lets go of what is `held`. */
  release(): void
}

/** The fault that strikes one request. */
export interface Strike {
  readonly fault: FaultName | 'held'
  readonly when: 'before' | 'after'
  /** Settles once the plan is released. */
  readonly released: Promise<void>
}

export interface StruckRequest {
  readonly upstream: UpstreamKind
  readonly action: string | undefined
  readonly account: string | undefined
}

export interface FaultPlans {
  /** @throws RangeError for a fault of no known name, or `times` that is no whole number above 0 */
  add(plan: FaultPlan): FaultHandle
  /** The strike that is due for a request, used up by asking; the oldest plan first. */
  take(request: StruckRequest): Strike | undefined
  /** Those that will still strike, or hold an answer back, oldest first. */
  list(): readonly FaultHandle[]
  /** Drops every plan and lets go of what is held. */
  clear(): void
}

interface ActivePlan {
  readonly handle: FaultHandle
  /** Whether requests wait for its release. */
  isHolding(): boolean
  strike(): Strike
}

export function createFaultPlans(): FaultPlans {
  let active: readonly ActivePlan[] = []
  let count = 0
  return {
    add(plan) {
      const added = activate(plan, String(count + 1))
      count += 1
      active = [...active.filter(isActive), added]
      return added.handle
    },
    take(request) {
      return active.find(({ handle }) => handle.remaining() > 0 && matches(handle.plan, request))?.strike()
    },
    list: () => active.filter(isActive).map(({ handle }) => handle),
    clear() {
      for (const { handle } of active) handle.release()
      active = []
    },
  }
}

function isActive({ handle, isHolding }: ActivePlan): boolean {
  return handle.remaining() > 0 || isHolding()
}

function activate(plan: FaultPlan, id: string): ActivePlan {
  if (plan.fault !== 'held' && !Object.hasOwn(faultStrategies, plan.fault)) {
    const names = [...Object.keys(faultStrategies), 'held'].join(', ')
    throw new RangeError(`There is no fault '${String(plan.fault)}'; there are ${names}`)
  }
  let remaining = plan.times ?? 1
  if (!Number.isSafeInteger(remaining) || remaining < 1) {
    throw new RangeError(`times must be a whole number above 0, was given ${String(plan.times)}`)
  }
  let held = 0
  let letGo = (): void => undefined
  const released = new Promise<void>(resolve => {
    letGo = resolve
  })
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
    strike() {
      remaining -= 1
      if (plan.fault === 'held') held += 1
      return { fault: plan.fault, when: plan.when ?? 'after', released }
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
