import type { PreparedOrder } from '@orderwright/core'
import type { UnknownCode } from '../errors/outcome-code.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedText } from '../transport/options.ts'
import type { AcceptedOutcome, FailedOutcome, WrittenAnswer } from '../transport/outcome.ts'
import { reservedParam } from '../transport/reserved-param.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord, readCount, readNewId, readText } from '../transport/wire.ts'
import { dripField, ownFields } from './fields.ts'
import { readMessages, readRejection } from './messages.ts'

/** What QQTube answers to an order that it took. */
export interface QqtubeAccepted extends AcceptedOutcome {
  readonly shortUrl: string | undefined
  readonly longUrl: string | undefined
  readonly wantedCount: number | undefined
  readonly currentCount: number | undefined
}

export type QqtubeOutcome = QqtubeAccepted | FailedOutcome

/**
 * Sends the order, once. A param that has the name of one of the protocol's own fields is the catalogue's
 * defect: nothing is sent, and the outcome is `not_sent`. (QQTube v1 `add`.)
 *
 * @throws {TypeError} if the order lacks a service, a target or a quantity.
 */
export async function add(
  transport: Transport,
  order: PreparedOrder,
  options: CallOptions,
): Promise<QqtubeOutcome> {
  const own = [
    ['url', checkedText('order.target', order.target)],
    ['quantity', checkedText('order.quantity', order.quantity)],
    ['id_service', checkedText('order.serviceId', order.serviceId)],
  ] as const
  const reserved = reservedParam(order.params, ownFields)
  if (reserved !== undefined) {
    const name = JSON.stringify(reserved)
    return {
      kind: 'not_sent',
      code: 'reserved_field',
      reason: `The service asks for a field ${name}, which would change the order itself.`,
    }
  }
  const drip = order.drip && !Object.hasOwn(order.params, dripField[0]) ? [dripField] : []
  const fields = [...own, ...drip, ...Object.entries(order.params)]
  return await transport.write({ method: 'POST', action: 'add', fields }, readAdd, options)
}

/** Reads an answer: success is `status === "success"` and an order number, and nothing else. */
export function readAdd(value: unknown): WrittenAnswer<QqtubeAccepted> {
  if (!isRecord(value)) return { kind: 'foreign' }
  const orderId = readNewId(value.id_service_submission)
  const messages = readMessages(value)
  const { status } = value
  if (status === 'success') {
    if (orderId === undefined)
      return unclear('no_order_id', 'The upstream reported success but gave no order number.')
    return {
      kind: 'taken',
      outcome: {
        kind: 'accepted',
        orderId,
        startCount: readCount(value.start_count)?.toString(),
        messages,
        shortUrl: readText(value.short_url),
        longUrl: readText(value.long_url),
        wantedCount: readCount(value.wanted_count),
        currentCount: readCount(value.current_count),
      },
    }
  }
  if (orderId !== undefined)
    return unclear(
      'contradictory_answer',
      `The upstream gave the order number ${orderId} but did not report success.`,
    )
  const rejection = readRejection(value) ?? (messages.length > 0 ? messages : undefined)
  return rejection === undefined ? { kind: 'foreign' } : { kind: 'refused', messages: rejection }
}

function unclear(code: UnknownCode, reason: string): WrittenAnswer<never> {
  return { kind: 'unclear', code, reason }
}
