import type { ServerClock } from '../clock/clock.ts'
import { type MatchTarget, matcherOfRequests } from '../matching/request-match.ts'
import { seededShare } from '../simulator/random.ts'
import { type ActiveFault, activate, begun, type FaultHandle, type KeptFault } from './active-fault.ts'
import { type Injection, injectionOf } from './injection.ts'
import { checkPlan, type FaultPlan } from './plan.ts'

export type { FaultPlan } from './plan.ts'

/** What another server can go on from. */
export interface KeptFaults {
  /** How many plans there have been. */
  readonly added: number
  readonly plans: readonly KeptFault[]
}

export interface FaultPlans {
  /** @throws RangeError for a fault of no known name, a setting that it does not take, or a number out of range */
  add(plan: FaultPlan): FaultHandle
  /** Those that still apply, or keep a request waiting, oldest first. */
  list(): readonly FaultHandle[]
  /** The injection into a request, used up by asking. */
  take(request: MatchTarget): Injection | undefined
  kept(): KeptFaults
  /** The plans that were never injected, and not called off, with how many requests have matched. */
  unused(): readonly Pick<KeptFault, 'plan' | 'met'>[]
  /** Goes on with the plans that another server left. What it held back has gone with it, and a quota counts anew. */
  restore(kept: KeptFaults): void
  /** Drops every plan, lets go of what is delayed, and begins anew with what is drawn from the seed. */
  clear(): void
}

export function createFaultPlans(clock: ServerClock, seed: string, onChange: () => void): FaultPlans {
  let active: readonly MatchedFault[] = []
  let added = 0
  /** Also those that have lasted long enough. */
  let unused: readonly ActiveFault[] = []
  const activated = (kept: KeptFault): MatchedFault => {
    const draw = (parts: readonly string[]): number => seededShare(seed, ['fault', kept.id, ...parts])
    return { ...activate(kept, clock, draw, onChange), matches: matcherOfRequests(kept.plan) }
  }
  return {
    add(plan) {
      checkPlan(plan)
      added += 1
      const newest = activated(begun(String(added), plan, clock.now()))
      active = [...active.filter(isActive), newest]
      unused = [...unused.filter(({ isUsed }) => !isUsed()), newest]
      onChange()
      return newest.handle
    },
    kept: () => ({
      added,
      plans: active.filter(({ handle }) => handle.remaining() > 0).map(({ kept }) => kept()),
    }),
    unused: () => unused.filter(({ isUsed }) => !isUsed()).map(({ kept }) => kept()),
    restore(kept) {
      added = kept.added
      active = kept.plans.map(activated)
    },
    list: () => active.filter(isActive).map(({ handle }) => handle),
    take(request) {
      if (active.length === 0) return undefined
      const matching = active.filter(({ handle, matches }) => handle.remaining() > 0 && matches(request))
      if (matching.length === 0) return undefined
      // Each plan counts the requests that match it, also those that another one is injected into in its place.
      const injection = injectionOf(matching.flatMap(({ meet }) => meet(request) ?? []))
      onChange()
      return injection
    },
    clear() {
      for (const { handle } of active) handle.release()
      active = []
      unused = []
      added = 0
      onChange()
    },
  }
}

interface MatchedFault extends ActiveFault {
  readonly matches: (request: MatchTarget) => boolean
}

function isActive({ handle, isHolding }: ActiveFault): boolean {
  return handle.remaining() > 0 || isHolding()
}
