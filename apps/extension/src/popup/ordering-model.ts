import { type ReadonlySignal, signal } from '@preact/signals'
import type { Account } from '../account/account.ts'
import { extentOf } from '../outbox/extent.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { ask } from '../protocol.ts'
import { orderByToken } from '../storage/orders.ts'
import type { CompleteOrder } from './order-form-model.ts'

/** Where the person is between filling in and knowing what became of the order. */
export type Ordering =
  | { readonly kind: 'editing' }
  | {
      readonly kind: 'reviewing'
      readonly complete: CompleteOrder
      /** One for each review: pressing twice is one order. */
      readonly token: string
      /** What was confirmed before, where the price has changed since. */
      readonly earlierTotal: string | undefined
    }
  | { readonly kind: 'placing'; readonly complete: CompleteOrder }
  | { readonly kind: 'ended'; readonly entry: OrderEntry }
  /** Nothing was stored or sent. */
  | { readonly kind: 'failed'; readonly complete: CompleteOrder; readonly sentence: string }

export interface OrderingModel {
  readonly state: ReadonlySignal<Ordering>
  review(complete: CompleteOrder): void
  edit(): void
  /** Sends what is being reviewed; does nothing in any other state. */
  place(account: Account): Promise<void>
  /** Shows the stored entry again, after it has changed. */
  show(entry: OrderEntry): void
}

interface OrderingOptions {
  /** Reads the catalogue again and gives the same order by it, or `undefined` where it is no longer complete. */
  readonly completeAnew: () => Promise<CompleteOrder | undefined>
}

export function createOrdering({ completeAnew }: OrderingOptions): OrderingModel {
  const state = signal<Ordering>({ kind: 'editing' })

  function review(complete: CompleteOrder, earlierTotal?: string): void {
    state.value = { kind: 'reviewing', complete, token: crypto.randomUUID(), earlierTotal }
  }

  async function ended(entry: OrderEntry): Promise<void> {
    const isPriceChanged = entry.life.kind === 'not_sent' && entry.life.reason.code === 'price_changed'
    const complete = isPriceChanged ? await completeAnew() : undefined
    if (complete === undefined) state.value = { kind: 'ended', entry }
    else review(complete, entry.quoted)
  }

  return {
    state,
    review: complete => review(complete),
    edit: () => {
      state.value = { kind: 'editing' }
    },
    show: entry => {
      state.value = { kind: 'ended', entry }
    },
    place: async account => {
      if (state.value.kind !== 'reviewing') return
      const { complete, token } = state.value
      state.value = { kind: 'placing', complete }
      const result = await send(complete, token, account)
      if (typeof result === 'string') state.value = { kind: 'failed', complete, sentence: result }
      else await ended(result)
    },
  }
}

/** The stored entry, or one sentence where there is none. */
async function send(complete: CompleteOrder, token: string, account: Account): Promise<OrderEntry | string> {
  try {
    const answer = await ask({
      type: 'place-order',
      token,
      accountId: account.id,
      serviceName: complete.service.name,
      title: complete.title,
      order: complete.order,
      extent: extentOf(complete.service, complete.quote, complete.order.params),
      confirmed: complete.quote.total.toFixed(),
    })
    return answer.ok ? answer.value : answer.sentence
  } catch {
    return await lookInJournal(token, account)
  }
}

/** The worker died before it answered: the next one settles what it left, and the journal tells. */
async function lookInJournal(token: string, account: Account): Promise<OrderEntry | string> {
  await ask({ type: 'refresh-orders', accountId: account.id }).catch(() => undefined)
  const entry = await orderByToken(token)
  return (
    entry ?? 'The browser ended the extension’s worker before anything was sent. It is safe to order again.'
  )
}
