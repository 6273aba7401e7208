import type { ScreenTrigger } from '../orders/messages.ts'
import { isLookUpDue, isLookUpStale, isLookUpWanted } from './look-up-target.ts'
import type { PollState } from './poll-state.ts'
import { chooseDue, isStale } from './poll-target.ts'
import type { PollTargets } from './poll-targets.ts'

/** Why an upstream is polled: its time has come, or a screen asks. */
export type PollTrigger = 'due' | ScreenTrigger

interface BatchOptions {
  readonly trigger: PollTrigger
  readonly now: number
  /** How many orders one request covers at best. */
  readonly batchSize: number
}

/** Returns the targets to ask about now. */
export function chooseBatch(
  { orders, refills, lookUps }: PollTargets,
  { askedAt }: PollState,
  { trigger, now, batchSize }: BatchOptions,
): PollTargets {
  switch (trigger) {
    case 'due':
      return {
        orders: chooseDue(orders, askedAt, now, batchSize),
        refills: chooseDue(refills, askedAt, now, batchSize),
        lookUps: lookUps.filter(lookUp => isLookUpDue(lookUp, askedAt, now)),
      }
    case 'opened':
      return {
        orders: orders.filter(({ key }) => isStale(key, askedAt, now)),
        refills: refills.filter(({ key }) => isStale(key, askedAt, now)),
        lookUps: lookUps.filter(lookUp => isLookUpStale(lookUp, askedAt, now)),
      }
    case 'wanted':
      return { orders, refills, lookUps: lookUps.filter(lookUp => isLookUpWanted(lookUp, now)) }
  }
}
