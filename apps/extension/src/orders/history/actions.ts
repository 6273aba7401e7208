import type { CancelOutcome, FailedItemOutcome, FoundRefill, RefillOutcome } from '@orderwright/client'

/** What a person has asked of the upstream since an order was placed; the latest of each. */
export interface AskedActions {
  readonly cancel?: AskedCancel
  readonly refill?: AskedRefill
}

/** An accepted action is asked for and not yet done: the order's own status says when it is. */
export interface AskedCancel {
  /** ISO 8601. */
  readonly at: string
  readonly outcome: Stored<CancelOutcome>
}

export interface AskedRefill {
  /** ISO 8601. */
  readonly at: string
  readonly outcome: Stored<RefillOutcome>
  /** What the upstream said of the refill last, once it was asked. */
  readonly status?: FoundRefill
}

/** An outcome as it is stored: its code says why, and the client's sentence is left out. */
export type Stored<Outcome> = Outcome extends { readonly reason: string } ? Omit<Outcome, 'reason'> : Outcome

/** Why something that was asked for was not accepted. */
export type ActionFailure = Stored<FailedItemOutcome>

/** Returns a failure as it is stored. */
export function storedFailure(failure: FailedItemOutcome): ActionFailure {
  if (!('reason' in failure)) return failure
  const { reason: _, ...stored } = failure
  return stored
}

export type ActionEvent =
  | { readonly kind: 'cancel_asked'; readonly cancel: AskedCancel }
  | { readonly kind: 'refill_asked'; readonly refill: AskedRefill }
  | { readonly kind: 'refill_tracked'; readonly status: FoundRefill }

/** Returns the actions after an event. A status of another refill than the latest changes nothing. */
export function nextActions(actions: AskedActions, event: ActionEvent): AskedActions {
  switch (event.kind) {
    case 'cancel_asked':
      return { ...actions, cancel: event.cancel }
    case 'refill_asked':
      return { ...actions, refill: event.refill }
    case 'refill_tracked': {
      const { refill } = actions
      const isLatest = refill !== undefined && refillIdOf(refill) === event.status.refillId
      return isLatest ? { ...actions, refill: { ...refill, status: event.status } } : actions
    }
  }
}

/** Returns the id of the refill that is still worth asking about, if one is. */
export function openRefillId({ refill }: AskedActions): string | undefined {
  return refill === undefined || refill.status?.isFinal === true ? undefined : refillIdOf(refill)
}

function refillIdOf({ outcome }: AskedRefill): string | undefined {
  return outcome.kind === 'accepted' ? outcome.refillId : undefined
}
