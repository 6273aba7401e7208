import { redactMessages } from '../messages/upstream-message.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { FailedOutcome, TakenOutcome, WrittenAnswer } from '../transport/outcome.ts'
import { asMessages, readOwnError, unwrapped } from '../transport/own-error.ts'
import type { Call, Transport } from '../transport/transport.ts'
import { isRecord } from '../transport/wire.ts'
import type { FailedItemOutcome } from '../upstream/refill.ts'
import { type Item, type Items, itemOf, readItems, slicesOf } from './batch.ts'
import { readRejection } from './read-rejection.ts'

/** What is asked for, which is the action and the field of each answer. */
export type Wish = 'refill' | 'cancel'

type Outcome<T> = T | FailedItemOutcome

interface TakenItems extends TakenOutcome {
  readonly items: Items
}

/**
 * Asks for something for each order, 100 a request, each request once, one after the other; gives one outcome
 * for each id, in the order asked, whatever happens. `readAccepted` reads the row of an order, or its value alone,
 * and gives `undefined` if it does not say that it is accepted.
 *
 * @throws {TypeError} if an id is no text. One that no order can have is not sent.
 */
export async function writeMany<T>(
  transport: Transport,
  wish: Wish,
  orderIds: readonly string[],
  options: CallOptions,
  readAccepted: (orderId: string, row: unknown) => T | undefined,
): Promise<readonly Outcome<T>[]> {
  const outcomes = new Map<string, Outcome<T>>()
  for (const slice of slicesOf('orderIds', orderIds)) {
    const outcome = await transport.write(
      callOf(wish, slice),
      value => readAnswer(value, wish, slice),
      options,
    )
    for (const orderId of slice) {
      if (outcome.kind === 'accepted') outcomes.set(orderId, outcomeOf(orderId, outcome.items.get(orderId)))
      else outcomes.set(orderId, failedItem(orderId, outcome))
    }
  }

  function outcomeOf(orderId: string, item: Item | undefined): Outcome<T> {
    if (item === undefined) return { kind: 'missing', orderId }
    if (item.kind === 'refused') {
      return { kind: 'rejected', orderId, messages: redactMessages(item.messages, transport.redact) }
    }
    const reason = 'The upstream answered about this order, but did not say what became of it.'
    return readAccepted(orderId, item.value) ?? { kind: 'unknown', orderId, code: 'no_outcome', reason }
  }

  return orderIds.map(id => outcomes.get(id.trim()) ?? notAsked(id.trim()))
}

function notAsked(orderId: string): FailedItemOutcome {
  return { kind: 'not_sent', orderId, code: 'impossible_id', reason: 'No order can have this number.' }
}

/** Returns the fields of a call: the document has a form for the refill of one order, and none for the cancel of one. */
function callOf(wish: Wish, slice: readonly string[]): Call {
  const field = wish === 'refill' && slice.length === 1 ? 'order' : 'orders'
  return { method: 'POST', action: wish, fields: [[field, slice.join(',')]] }
}

function readAnswer(value: unknown, wish: Wish, slice: readonly string[]): WrittenAnswer<TakenItems> {
  const error = readOwnError(value)
  const messages = readRejection(value) ?? (error && asMessages(error.texts))
  if (messages !== undefined) return { kind: 'refused', messages }
  const items = itemsOfOne(value, wish, slice) ?? readItems(value, slice, { one: 'order', value: wish })
  return items !== undefined && items.size > 0
    ? { kind: 'taken', outcome: { kind: 'accepted', messages: [], items } }
    : { kind: 'foreign' }
}

/** Reads an answer to a single order that does not name it: panels send it for `orders` with one id too. */
function itemsOfOne(value: unknown, wish: Wish, [id, ...others]: readonly string[]): Items | undefined {
  if (id === undefined || others.length > 0) return undefined
  const answer = unwrapped(value)
  if (!isRecord(answer)) return undefined
  const fields = [wish, `${wish}_id`, ...(wish === 'cancel' ? ['success', 'status'] : [])]
  return fields.some(name => Object.hasOwn(answer, name))
    ? new Map([[id, itemOf(answer, Object.hasOwn(answer, wish) ? wish : 'success')]])
    : undefined
}

function failedItem(orderId: string, outcome: FailedOutcome): FailedItemOutcome {
  switch (outcome.kind) {
    case 'rejected': {
      const { messages, retryAfterMs } = outcome
      return { kind: 'rejected', orderId, messages, ...(retryAfterMs !== undefined && { retryAfterMs }) }
    }
    case 'not_sent':
      return { kind: 'not_sent', orderId, code: outcome.code, reason: outcome.reason }
    case 'unknown': {
      const code = outcome.code === 'no_order_id' ? 'no_outcome' : outcome.code
      return { kind: 'unknown', orderId, code, reason: outcome.reason }
    }
  }
}
