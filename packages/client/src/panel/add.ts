import type { PreparedOrder } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedText } from '../transport/options.ts'
import type { AcceptedOutcome, Outcome, WrittenAnswer } from '../transport/outcome.ts'
import { asMessages, own, readOwnError, unwrapped } from '../transport/own-error.ts'
import { reservedParam } from '../transport/reserved-param.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord, readNewId } from '../transport/wire.ts'
import { readRejection, readRejectionText } from './read-rejection.ts'

/** The fields of `add` that are the protocol's own: no param may have such a name. */
const ownFields: ReadonlySet<string> = new Set(['key', 'action', 'service', 'link', 'quantity'])

/**
 * Sends the order, once, with the fields of its service's type. A param that has the name of one of the
 * protocol's own fields is the catalogue's defect: nothing is sent, and the outcome is `not_sent`. (Panel v2
 * `add`.)
 *
 * @throws {TypeError} if the order lacks a service, or asks for drip, which panels sell as runs and interval.
 */
export async function add(
  transport: Transport,
  order: PreparedOrder,
  options: CallOptions,
): Promise<Outcome> {
  if (order.drip) throw new TypeError('order.drip must be false: panels take the params runs and interval')
  const reserved = reservedParam(order.params, ownFields)
  if (reserved !== undefined) {
    const name = JSON.stringify(reserved)
    return {
      kind: 'not_sent',
      code: 'reserved_field',
      reason: `The service asks for a field ${name}, which would change the order itself.`,
    }
  }
  const fields = [
    ['service', checkedText('order.serviceId', order.serviceId)] as const,
    ...given('link', 'order.target', order.target),
    ...given('quantity', 'order.quantity', order.quantity),
    ...Object.entries(order.params),
  ]
  return await transport.write({ method: 'POST', action: 'add', fields }, readAdd, options)
}

/** Reads an answer: success is a believable order number without an error, and nothing else. */
export function readAdd(value: unknown): WrittenAnswer<AcceptedOutcome> {
  const answer = unwrapped(value)
  const order = isRecord(answer) ? own(answer, 'order') : undefined
  const orderId = readNewId(order)
  const error = readOwnError(value)
  if (orderId === undefined) {
    // Nothing else is asked about here, so a `status` of "error" can be the panel's alone.
    const messages = readRejection(value) ?? (error && asMessages(error.texts)) ?? readRejectionText(order)
    return messages === undefined ? { kind: 'foreign' } : { kind: 'refused', messages }
  }
  return error === undefined
    ? { kind: 'taken', outcome: { kind: 'accepted', orderId, startCount: undefined, messages: [] } }
    : {
        kind: 'unclear',
        code: 'contradictory_answer',
        reason: `The upstream gave the order number ${orderId} together with an error.`,
      }
}

/** Returns the fields that have a value: which of them an order has depends on the type of its service. */
function given(
  name: string,
  argument: string,
  value: string | undefined,
): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[name, checkedText(argument, value)]]
}
