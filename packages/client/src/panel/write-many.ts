import type { FailedEnding, TakenEnding, WrittenAnswer } from '../ending.ts'
import type { FailedItem } from '../item-ending.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Call, Transport } from '../transport/transport.ts'
import { redactMessages } from '../upstream-message.ts'
import { isRecord } from '../wire/record.ts'
import { type Item, type Items, itemOf, readItems, slicesOf } from './batch.ts'
import { readRefusal } from './read-refusal.ts'

/** What is asked for, which is the action and the field of each answer. */
export type Wish = 'refill' | 'cancel'

type Outcome<T> = T | FailedItem

interface TakenItems extends TakenEnding {
  readonly items: Items
}

/**
 * Asks for something for each order, 100 a request, each request once, one after the other; gives one outcome
 * for each id, in the order asked, whatever happens. `readAccepted` reads the value of an order that is
 * accepted, and gives `undefined` where it is none.
 *
 * @throws {TypeError} where an id is none.
 */
export async function writeMany<T>(
  transport: Transport,
  wish: Wish,
  orderIds: readonly string[],
  options: CallOptions,
  readAccepted: (orderId: string, value: unknown) => T | undefined,
): Promise<readonly Outcome<T>[]> {
  const outcomes = new Map<string, Outcome<T>>()
  for (const slice of slicesOf('orderIds', orderIds)) {
    const ending = await transport.write(
      callOf(wish, slice),
      value => readAnswer(value, wish, slice),
      options,
    )
    for (const orderId of slice) {
      if (ending.kind === 'accepted') outcomes.set(orderId, outcomeOf(orderId, ending.items.get(orderId)))
      else outcomes.set(orderId, failedItem(orderId, ending))
    }
  }

  function outcomeOf(orderId: string, item: Item | undefined): Outcome<T> {
    if (item === undefined) return { kind: 'missing', orderId }
    if (item.kind === 'refused') {
      return { kind: 'rejected', orderId, messages: redactMessages(item.messages, transport.redact) }
    }
    const value = isRecord(item.value) ? item.value[wish] : item.value
    const reason = 'The upstream answered about this order, but did not say what became of it.'
    return readAccepted(orderId, value) ?? { kind: 'unknown', orderId, reason }
  }

  return orderIds.map(id => outcomes.get(id.trim()) ?? { kind: 'missing', orderId: id.trim() })
}

function callOf(wish: Wish, slice: readonly string[]): Call {
  const field = singleId(wish, slice) === undefined ? 'orders' : 'order'
  return { method: 'POST', action: wish, fields: [[field, slice.join(',')]] }
}

/** The document has a form for the refill of one order, and none for the cancel of one. */
function singleId(wish: Wish, slice: readonly string[]): string | undefined {
  return wish === 'refill' && slice.length === 1 ? slice[0] : undefined
}

function readAnswer(value: unknown, wish: Wish, slice: readonly string[]): WrittenAnswer<TakenItems> {
  const messages = readRefusal(value)
  if (messages !== undefined) return { kind: 'refused', messages }
  const single = singleId(wish, slice)
  const isSingle = single !== undefined && isRecord(value) && Object.hasOwn(value, wish)
  const items = isSingle ? new Map([[single, itemOf(value, wish)]]) : readItems(value, 'order', wish)
  return items !== undefined && slice.some(orderId => items.has(orderId))
    ? { kind: 'taken', ending: { kind: 'accepted', messages: [], items } }
    : { kind: 'foreign' }
}

function failedItem(orderId: string, ending: FailedEnding): FailedItem {
  return ending.kind === 'rejected'
    ? { kind: ending.kind, orderId, messages: ending.messages }
    : { kind: ending.kind, orderId, reason: ending.reason }
}
