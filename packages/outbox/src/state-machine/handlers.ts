import type { Ending } from '@orderwright/client'
import type { Life, Lives, UnknownReason } from '../record/record-schema.ts'
import { type Moved, refuse, type Scene, to } from './handler.ts'

export function confirm(): Moved {
  return to({ state: 'intent' })
}

export function startSending(): Moved {
  return to({ state: 'sending' })
}

/** `sending` is stored before anything leaves, so that an intent proves that nothing has. */
export function dropIntent(): Moved {
  return to({ state: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent')
}

export function loseSight({ now }: Scene<'sending', 'recovered'>): Moved {
  return to(unknown({ code: 'interrupted' }, now), 'unknown')
}

export function end({ event: { ending }, now }: Scene<'sending', 'ended'>): Moved {
  if (ending.kind !== 'unknown') return to(settled(ending), topics[ending.kind])
  const { reason: text, httpStatus } = ending
  return to(unknown({ code: 'no_answer', text, httpStatus }, now), 'unknown')
}

/** A readable answer improves on not knowing, however late. */
export function endLate({ event: { ending } }: Scene<'unknown', 'ended'>): Moved {
  return ending.kind === 'unknown' ? refuse('nothing_new')() : to(settled(ending), topics[ending.kind])
}

type SettledEnding = Exclude<Ending, { readonly kind: 'unknown' }>

const topics = { accepted: 'placed', rejected: 'rejected', not_sent: 'not_sent' } as const satisfies Record<
  SettledEnding['kind'],
  string
>

/** The life after an answer that leaves nothing open. */
export function settled(ending: SettledEnding): Life {
  switch (ending.kind) {
    case 'accepted':
      return { state: 'accepted', orderId: ending.orderId }
    case 'rejected':
      return { state: 'rejected', messages: ending.messages, httpStatus: ending.httpStatus }
    case 'not_sent':
      return { state: 'not_sent', reason: { code: 'no_connection', text: ending.reason } }
  }
}

function unknown(reason: UnknownReason, now: number): Lives['unknown'] {
  return {
    state: 'unknown',
    reason,
    since: now,
    lookAgainAt: now,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  }
}
