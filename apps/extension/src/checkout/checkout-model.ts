import type { OrderRecord, TransitionRejection } from '@orderwright/outbox'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Account } from '../accounts/account.ts'
import type { CompleteOrder } from '../order-form/form-model.ts'
import { orderById, ordersOf } from '../orders/history/order-history.ts'
import { orderMessages } from '../orders/messages.ts'
import { request } from '../platform/request.ts'
import { deliveredCount } from './delivered-count.ts'
import type { CheckoutIssue } from './issue.ts'
import { checkoutMessages, type PlaceOrder } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'
import { type ConfirmedBy, type UndoWindow, undoMs } from './undo-window.ts'

/** Where the person is between filling in and knowing what became of the order. */
export type CheckoutState =
  | { readonly kind: 'editing' }
  | (Review & {
      readonly kind: 'reviewing'
      /** Why nothing was ordered when it was confirmed. */
      readonly issue: ReviewIssue | undefined
    })
  /** Confirmed, and not sent before the time to take it back, in milliseconds, is over. */
  | (Review & { readonly kind: 'held'; readonly ms: number; readonly confirmedBy: ConfirmedBy })
  | (Review & { readonly kind: 'placing' })
  | { readonly kind: 'ended'; readonly record: OrderRecord }

interface Review {
  readonly complete: CompleteOrder
  /** One for each review: pressing twice is one order. */
  readonly id: string
  /** The record that this order tries again. */
  readonly retryOf: string | undefined
  /** When it was shown, in milliseconds since 1970. */
  readonly since: number
  /** The ids of the earlier orders of the same that the person was asked about. */
  readonly seen: readonly string[]
}

/** What stood against an order that was confirmed: nothing was stored and nothing sent. */
export type ReviewIssue =
  | { readonly kind: 'issues'; readonly issues: readonly CheckoutIssue[] }
  | { readonly kind: 'rejected'; readonly rejection: TransitionRejection }
  /** One sentence of the worker's. */
  | { readonly kind: 'failed'; readonly sentence: string }

export interface CheckoutModel {
  readonly state: ReadonlySignal<CheckoutState>
  review(complete: CompleteOrder, retryOf?: string): void
  edit(): void
  /** Sends what is being reviewed, once it cannot be taken back any more; does nothing in any other state. */
  place(account: Account, confirmedBy: ConfirmedBy): Promise<void>
  /** Takes an order back that is held, to where it was confirmed. */
  undo(): void
}

interface CheckoutOptions {
  /** Reads the catalogue again and resolves with the same order by it, or `undefined` if it is no longer complete. */
  readonly completeAnew: () => Promise<CompleteOrder | undefined>
  readonly undoWindow: ReadonlySignal<UndoWindow>
}

/** Creates the way of an order from its review to its outcome. What is held when the signal aborts is not sent. */
export function createCheckout(
  { completeAnew, undoWindow }: CheckoutOptions,
  end: AbortSignal,
): CheckoutModel {
  const state = signal<CheckoutState>({ kind: 'editing' })
  let takeBack = (): void => undefined
  end.addEventListener('abort', () => takeBack())

  /** Resolves once the time is over: whether the order is to be sent. */
  function hold(ms: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(true), ms)
      takeBack = () => {
        clearTimeout(timer)
        resolve(false)
      }
    })
  }

  /** Keeps the review, with its issue, by the catalogue as it is now if that has changed. */
  async function stay(review: Review, issue: ReviewIssue): Promise<void> {
    const complete = hasChanged(issue) ? ((await completeAnew()) ?? review.complete) : review.complete
    const seen = [...review.seen, ...earlierOrders(issue).map(({ id }) => id)]
    state.value = { ...review, complete, seen, kind: 'reviewing', issue }
  }

  return {
    state,
    review: (complete, retryOf) => {
      const id = crypto.randomUUID()
      const since = Date.now()
      state.value = { kind: 'reviewing', complete, id, retryOf, since, seen: [], issue: undefined }
    },
    edit: () => {
      takeBack()
      state.value = { kind: 'editing' }
    },
    undo: () => {
      if (state.value.kind !== 'held') return
      takeBack()
      const { kind: _, ms: __, confirmedBy, ...review } = state.value
      state.value =
        confirmedBy === 'review' ? { ...review, kind: 'reviewing', issue: undefined } : { kind: 'editing' }
    },
    place: async (account, confirmedBy) => {
      if (state.value.kind !== 'reviewing') return
      const { kind: _, issue: __, ...review } = state.value
      const ms = undoMs(undoWindow.value, confirmedBy)
      if (ms > 0) {
        state.value = { ...review, kind: 'held', ms, confirmedBy }
        if (!(await hold(ms))) return
      }
      state.value = { ...review, kind: 'placing' }
      const result = await send(requestOf(review, account))
      if ('record' in result) state.value = { kind: 'ended', record: result.record }
      else await stay(review, result.issue)
    },
  }
}

function hasChanged(issue: ReviewIssue): boolean {
  return issue.kind === 'issues' && issue.issues.some(({ code }) => changes.includes(code))
}

const changes: readonly CheckoutIssue['code'][] = ['price_changed', 'service_changed']

/** Returns the orders that the person is asked about before the same is ordered again. */
export function earlierOrders(issue: ReviewIssue): readonly OrderRecord[] {
  if (issue.kind !== 'issues') return []
  return issue.issues.flatMap(one => (one.code === 'ordered_before' ? one.earlier : []))
}

/** Returns whether somebody who has read this issue may confirm the order as it is. */
export function isAskedAgain(issue: ReviewIssue): boolean {
  return issue.kind === 'issues' && issue.issues.every(({ code }) => code === 'ordered_before')
}

function requestOf({ complete, id, retryOf, since, seen }: Review, account: Account): PlaceOrder {
  const { service, quote, order, title } = complete
  return {
    id,
    accountId: account.id,
    order,
    confirmed: {
      total: quote.total.toFixed(),
      quantity: quote.quantity.toFixed(),
      delivers: deliveredCount(service, quote, order.params),
      isChargedLater: quote.isChargedLater,
      serviceName: service.name,
      targetTitle: title,
    },
    retryOf: retryOf ?? null,
    reviewedAt: since,
    seen,
  }
}

type Sent = { readonly record: OrderRecord } | { readonly issue: ReviewIssue }

async function send(order: PlaceOrder): Promise<Sent> {
  const answer = await request(checkoutMessages['place-order'], order, texts.interrupted())
  if (!answer.ok) return await findInHistory(order, answer.sentence)
  return answer.value.kind === 'recorded' ? { record: answer.value.record } : { issue: answer.value }
}

/** Reads what is recorded from the history if no answer says it, after the next worker has recovered what the last one left. */
async function findInHistory({ id, accountId, retryOf }: PlaceOrder, sentence: string): Promise<Sent> {
  await request(orderMessages['recover-orders'], {})
  const entry = retryOf === null ? await orderById(id) : await orderAfter(accountId, retryOf)
  return entry === undefined ? { issue: { kind: 'failed', sentence } } : { record: entry.record }
}

async function orderAfter(accountId: string, id: string): ReturnType<typeof orderById> {
  return (await ordersOf(accountId)).find(({ record }) => record.retryOf === id)
}
