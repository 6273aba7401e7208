import type { PreparedOrder, Quote } from '@orderwright/core'
import type { OrderRecord } from './record-schema.ts'

export interface DraftInput {
  /** A random token, made when the form is filled in: the same for every click on its button. */
  readonly id: string
  readonly accountId: string
  readonly order: PreparedOrder
  /** What the person agrees to. */
  readonly quote: Pick<Quote, 'total' | 'quantity' | 'isChargedLater'>
  /** The pieces in all, over all runs; `null` if nobody counts them. Default: the quantity. */
  readonly delivers?: string | null | undefined
  readonly serviceName: string
  readonly targetTitle?: string | undefined
  readonly currency?: string | undefined
  /** A decimal string: what the account shows now, for upstreams that list no orders. */
  readonly balanceBefore?: string | undefined
  /** The upstream's capability of that name. */
  readonly canListOrders: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Whose order it is, such as `{ customer: '7' }`. The id stands for it too: under another one it is another order. */
  readonly meta?: Readonly<Record<string, string>> | undefined
}

/**
 * Creates a record of an order that nobody has confirmed yet. It is kept by its form; `accept` and `confirm` store it.
 *
 * @throws {TypeError} if an id is blank or `createdAt` is no time.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * draft.state // { name: 'draft' }
 * draft.confirmed.total // '2.5'
 * ```
 */
export function createDraft(input: DraftInput): OrderRecord {
  for (const name of ['id', 'accountId'] as const) {
    if (input[name].trim() === '') throw new TypeError(`createDraft: ${name} must not be blank`)
  }
  if (!Number.isFinite(input.createdAt)) {
    throw new TypeError(`createDraft: createdAt must be a time in milliseconds, was given ${input.createdAt}`)
  }
  const { total, quantity, isChargedLater } = input.quote
  return {
    id: input.id,
    accountId: input.accountId,
    order: input.order,
    confirmed: {
      total: total.toFixed(),
      quantity: quantity.toFixed(),
      delivers: input.delivers === undefined ? quantity.toFixed() : input.delivers,
      isChargedLater,
      currency: input.currency,
      serviceName: input.serviceName,
      targetTitle: input.targetTitle,
      balanceBefore: input.balanceBefore,
    },
    canListOrders: input.canListOrders,
    createdAt: input.createdAt,
    retryOf: undefined,
    attempt: 1,
    sentAt: undefined,
    placedAt: undefined,
    ...(input.meta === undefined ? {} : { meta: input.meta }),
    state: { name: 'draft' },
    history: [],
  }
}
