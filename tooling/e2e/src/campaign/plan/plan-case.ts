import type { Protocol } from '../../front/create-front.ts'
import type { Broken } from '../../front/forward.ts'
import type { Press } from '../../popup/popup.ts'
import type { FaultCase, LocalFault, LocalFaultKind, Moment, Past, PlannedFault } from './case.ts'
import { createRandom, type Random, type Weighted } from './random.ts'

/** The case of that number in the campaign of that seed. */
export function planCase(seed: number, index: number): FaultCase {
  const random = createRandom(`${seed}:${index}`)
  const trouble = random.weighted(troubles)
  const moment = random.pick(trouble === 'both' ? lateMoments : moments)
  const localFault = trouble === 'fault' ? undefined : planLocalFault(random, moment)
  const faultCase: FaultCase = {
    index,
    upstream: random.pick(['qqtube', 'panel']),
    quantity: random.integer(1, 1000),
    press: random.weighted(presses),
    triesAgain: random.share() < 0.3,
    fault: planFault(random, trouble, localFault),
    localFault,
    protocol: random.weighted(protocols),
    broken: random.weighted(brokenThings),
    past: 'usual',
  }
  return withPast(random, faultCase, random.weighted(pasts))
}

/** A past tells most where the connection breaks and nothing else goes wrong; an old service worker, where HTTP/2 is spoken. */
function withPast(random: Random, faultCase: FaultCase, past: Past): FaultCase {
  if (past === 'usual') return faultCase
  const breaks = { ...faultCase, past, fault: random.weighted(disconnections), localFault: undefined }
  if (past === 'old-worker') return { ...breaks, protocol: 'http2' }
  return random.share() < 0.7 || isDeadlineCase(faultCase) ? breaks : { ...faultCase, past }
}

/** The video that the case's order is for, and no other case's. */
export function videoIdOf({ index }: FaultCase): string {
  return `case${index.toString(36).padStart(7, '0')}`
}

/** The video that the order before the case's own is for. */
export function pastVideoIdOf({ index }: FaultCase): string {
  return `first${index.toString(36).padStart(6, '0')}`
}

/** Whether the case waits until the extension's own deadline has passed. */
export function isDeadlineCase({ fault }: FaultCase): boolean {
  return fault !== undefined && silences.some(([, { name }]) => name === fault.name)
}

type UserFacingError = 'fault' | 'local' | 'both'

const troubles: readonly [Weighted<UserFacingError>, ...Weighted<UserFacingError>[]] = [
  [45, 'fault'],
  [47, 'local'],
  [8, 'both'],
]

const presses: readonly [Weighted<Press>, ...Weighted<Press>[]] = [
  [70, 'click'],
  [15, 'double-click'],
  [15, 'enter-twice'],
]

const protocols: readonly [Weighted<Protocol>, ...Weighted<Protocol>[]] = [
  [55, 'http1'],
  [15, 'https1'],
  [30, 'http2'],
]

const brokenThings: readonly [Weighted<Broken>, ...Weighted<Broken>[]] = [
  [75, 'connection'],
  [25, 'stream'],
]

const pasts: readonly [Weighted<Past>, ...Weighted<Past>[]] = [
  [87, 'usual'],
  [10, 'slow-connect'],
  [3, 'old-worker'],
]

const moments: readonly [Moment, ...Moment[]] = [
  'press',
  'check',
  'connect',
  'sent',
  'taken',
  'answer',
  'answered',
  'look-up',
  'track',
]

const lateMoments: readonly [Moment, ...Moment[]] = ['look-up', 'track']

const localFaults: readonly [Weighted<LocalFaultKind>, ...Weighted<LocalFaultKind>[]] = [
  [46, 'kill-worker'],
  [22, 'close-popup'],
  [8, 'crash-browser'],
  [10, 'reload-popup'],
  [14, 'second-window'],
]

function planLocalFault(random: Random, moment: Moment): LocalFault {
  const kind = random.weighted(localFaults)
  const delayMs = random.integer(0, spreadMs[moment])
  const isLate = random.share() < 0.4
  // Whoever lives waits for the answer; only what the dead have left behind can come late.
  const isOrphaned = kind === 'kill-worker' || kind === 'crash-browser'
  return { kind, moment, delayMs, isLate: isLate && isOrphaned && (moment === 'sent' || moment === 'taken') }
}

/** How long after the moment a local fault may still come, in milliseconds: as long as what follows takes. */
const spreadMs: Readonly<Record<Moment, number>> = {
  press: 60,
  check: 10,
  connect: 900,
  sent: 10,
  taken: 10,
  answer: 90,
  answered: 12,
  'look-up': 10,
  track: 10,
}

function planFault(
  random: Random,
  trouble: UserFacingError,
  localFault: LocalFault | undefined,
): PlannedFault | undefined {
  if (trouble === 'fault') return random.share() < 0.05 ? random.weighted(silences) : random.weighted(faults)
  // There is nothing to look up unless the answer was lost, and nothing to track where it was.
  if (localFault?.moment === 'look-up') return random.weighted(losses)
  if (trouble === 'both')
    return random.pick([
      { name: 'notice', when: 'after' },
      { name: 'bom', when: 'after' },
    ])
  return undefined
}

/** The order's fate is not told, and it may or may not have been taken. */
const losses: readonly [Weighted<PlannedFault>, ...Weighted<PlannedFault>[]] = [
  [6, { name: 'reset', when: 'before' }],
  [8, { name: 'reset', when: 'after' }],
  [4, { name: 'close', when: 'before' }],
  [6, { name: 'close', when: 'after' }],
  [2, { name: 'garbage', when: 'before' }],
  [3, { name: 'garbage', when: 'after' }],
  [3, { name: 'truncated', when: 'after' }],
  [3, { name: 'truncated-reset', when: 'after' }],
  [3, { name: 'bad-chunk', when: 'after' }],
  [3, { name: 'cut-json', when: 'after' }],
  [2, { name: 'empty', when: 'before' }],
  [3, { name: 'empty', when: 'after' }],
  [2, { name: 'html', when: 'before' }],
  [3, { name: 'html', when: 'after' }],
  [2, { name: 'html-502', when: 'before' }],
  [3, { name: 'html-502', when: 'after' }],
  [2, { name: 'error-500', when: 'before' }],
  [3, { name: 'error-500', when: 'after' }],
  [2, { name: 'error-503', when: 'before' }],
  [3, { name: 'error-503', when: 'after' }],
  [2, { name: 'redirect', when: 'before' }],
  [2, { name: 'redirect', when: 'after' }],
  [2, { name: 'missing-order-id', when: 'after' }],
  [2, { name: 'bare-number', when: 'after' }],
]

/** The connection breaks without a byte of an answer. */
const disconnections: readonly [Weighted<PlannedFault>, ...Weighted<PlannedFault>[]] = [
  [2, { name: 'reset', when: 'before' }],
  [4, { name: 'reset', when: 'after' }],
  [1, { name: 'close', when: 'before' }],
  [2, { name: 'close', when: 'after' }],
]

/** What stands before an upstream refuses without handing the request on; some answers are odd and can be read. */
const faults: readonly [Weighted<PlannedFault>, ...Weighted<PlannedFault>[]] = [
  ...losses,
  [4, { name: 'error-429', when: 'before' }],
  [3, { name: 'html-403', when: 'before' }],
  [2, { name: 'latency', when: 'before' }],
  [2, { name: 'latency', when: 'after' }],
  [2, { name: 'slow-body', when: 'after' }],
  [1, { name: 'numbers-as-strings', when: 'after' }],
  [1, { name: 'message-for-messages', when: 'after' }],
  [1, { name: 'bom', when: 'after' }],
  [1, { name: 'notice', when: 'after' }],
]

/** No answer comes before the extension's own deadline of 25 s. */
const silences: readonly [Weighted<PlannedFault>, ...Weighted<PlannedFault>[]] = [
  [2, { name: 'no-answer', when: 'before' }],
  [2, { name: 'no-answer', when: 'after' }],
  [1, { name: 'stall', when: 'after' }],
]
