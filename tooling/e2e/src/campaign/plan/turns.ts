import type { UpstreamKind } from '@orderwright/core'
import type { Protocol } from '../../front/create-front.ts'
import type { FaultCase } from './case.ts'
import { isDeadlineCase } from './plan-case.ts'

/** How many orders at most wait at once, each for an account of its own. */
const casesAtOnce = 4

/** One of the accounts of that upstream and protocol. */
export interface AccountPlace {
  readonly upstream: UpstreamKind
  readonly protocol: Protocol
  /** Counted from 0. */
  readonly number: number
}

/** Returns the account of the case that is the `number`th of its turn. */
export function placeOf({ upstream, protocol }: FaultCase, number: number): AccountPlace {
  return { upstream, protocol, number }
}

/** Returns the account by which a service worker grows old that is to order for this one. */
export function agingPlace({ number }: AccountPlace): AccountPlace {
  return { upstream: 'qqtube', protocol: 'http1', number }
}

/** What is still to be played. */
export interface Turns {
  /** The accounts that all of the cases need. */
  readonly places: readonly AccountPlace[]
  /** What is played next, together; `undefined` where nothing is left. */
  next(): readonly FaultCase[] | undefined
  /** Plays the case once more, since Chromium itself broke; false where that has been done. */
  again(faultCase: FaultCase): boolean
  isAgain(faultCase: FaultCase): boolean
}

/** Cases that wait for the deadline do so together, each with an account of its own; others are played one by one. */
export function createTurns(cases: readonly FaultCase[]): Turns {
  const silent = cases.filter(isDeadlineCase)
  const batches: (readonly FaultCase[])[] = []
  for (let start = 0; start < silent.length; start += casesAtOnce)
    batches.push(silent.slice(start, start + casesAtOnce))
  batches.push(...cases.filter(faultCase => !isDeadlineCase(faultCase)).map(faultCase => [faultCase]))
  const repeated = new Set<number>()
  return {
    places: placesOf(batches),
    next: () => batches.shift(),
    again: faultCase => {
      if (repeated.has(faultCase.index)) return false
      repeated.add(faultCase.index)
      batches.push([faultCase])
      return true
    },
    isAgain: ({ index }) => repeated.has(index),
  }
}

function placesOf(batches: readonly (readonly FaultCase[])[]): readonly AccountPlace[] {
  const places = batches.flatMap(batch =>
    batch.flatMap((faultCase, number) => {
      const place = placeOf(faultCase, number)
      // A case that is played again has its turn alone.
      const alone = placeOf(faultCase, 0)
      return [
        alone,
        place,
        ...(faultCase.past === 'old-worker' ? [agingPlace(alone), agingPlace(place)] : []),
      ]
    }),
  )
  return [...new Map(places.map(place => [Object.values(place).join(), place])).values()]
}
