import { nearestName } from '../schema/nearest-name.ts'
import { type BrokenAnswerName, brokenAnswers } from './broken-answers.ts'
import { type DelayName, delays } from './delays.ts'
import { type LimitName, limits } from './limits.ts'
import { type RewriteName, rewrittenAnswers } from './rewritten-answers.ts'
import type { FaultStrategy } from './strategy.ts'

/** Each fault by its name: answers that break, answers that are rewritten, limits, and delays. */
export type FaultName = BrokenAnswerName | RewriteName | LimitName | DelayName

export const allFaults: Readonly<Record<FaultName, FaultStrategy>> = {
  ...brokenAnswers,
  ...rewrittenAnswers,
  ...limits,
  ...delays,
}

/** @throws RangeError for a name that no fault has */
export function strategyOf(fault: FaultName): FaultStrategy {
  if (Object.hasOwn(allFaults, fault)) return allFaults[fault]
  const near = nearestName(String(fault), faultNames)
  throw new RangeError(
    near === undefined
      ? `There is no fault '${String(fault)}'; there are ${faultNames.join(', ')}`
      : `There is no fault '${String(fault)}': did you mean '${near}'?`,
  )
}

const isFaultName = (name: string): name is FaultName => Object.hasOwn(allFaults, name)

/** Every name that a plan can have. */
export const faultNames: readonly FaultName[] = Object.keys(allFaults).filter(isFaultName)
