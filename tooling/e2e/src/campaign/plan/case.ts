import type { UpstreamKind } from '@orderwright/core'
import type { FaultName } from '@orderwright/mock-server'
import type { Protocol } from '../../front/create-front.ts'
import type { Broken } from '../../front/forward.ts'
import type { Press } from '../../popup/popup.ts'

/** One order, and what goes wrong while it lives: plain data that follows from the campaign's seed and its number. */
export interface FaultCase {
  readonly index: number
  readonly upstream: UpstreamKind
  /** What it speaks. */
  readonly protocol: Protocol
  /** What breaks over HTTP/2 where the upstream breaks its connection. */
  readonly broken: Broken
  /** What has come before. */
  readonly past: Past
  /** With the video that it is for, what tells this order from all others of its account. */
  readonly quantity: number
  readonly press: Press
  /** Whether the person sends the order again where the extension offers it: when it says that nobody took it. */
  readonly triesAgain: boolean
  /** What the upstream does with the request that orders. */
  readonly fault: PlannedFault | undefined
  /** What happens here, and when. */
  readonly localFault: LocalFault | undefined
}

/** What has come before an order, and may be told by the connections that it finds, or by what the service worker knows of them. */
export type Past =
  /** Whatever the cases before it in the same browser have left. */
  | 'usual'
  /** Another order of the same account was placed just before, and its connection took long to open. */
  | 'slow-connect'
  /**
   * Another order of the same account was placed just before, by a service worker that has asked for so much elsewhere that the browser lists no more of it, and that has asked
   * nothing here yet.
   */
  | 'old-worker'

export interface PlannedFault {
  readonly name: FaultName
  /** Whether the order is taken before the fault comes, or after it. */
  readonly when: 'before' | 'after'
}

export interface LocalFault {
  readonly kind: LocalFaultKind
  readonly moment: Moment
  /** Milliseconds from the moment to the local fault. */
  readonly delayMs: number
  /** Whether a request that is held then goes on only after the person has looked for the order once. */
  readonly isLate: boolean
}

export type LocalFaultKind =
  | 'kill-worker'
  | 'close-popup'
  | 'crash-browser'
  | 'reload-popup'
  | 'second-window'

/** Points of an order's life. */
export type Moment =
  /** The button is pressed: before the intent is stored, or about then. */
  | 'press'
  /** The service worker reads prices and balance: the intent is stored, nothing is sent. */
  | 'check'
  /** The order opens its connection, which takes a second: its request may or may not leave. */
  | 'connect'
  /** The request is with the upstream, which has not taken the order yet. */
  | 'sent'
  /** The upstream has taken the order and has not answered. */
  | 'taken'
  /** Half of the answer is here. */
  | 'answer'
  /** The answer is let go: before its ending is stored, or about then. */
  | 'answered'
  /** An unknown order is being looked up, or its number checked. */
  | 'look-up'
  /** An order that was taken is asked about. */
  | 'track'
