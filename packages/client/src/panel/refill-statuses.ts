import * as v from 'valibot'
import { redactMessages } from '../messages/upstream-message.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { asMessages, unwrapped } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { required, text } from '../transport/wire.ts'
import type { FoundRefill, RefillState, RefillStatus } from '../upstream/refill.ts'
import { askMany } from './ask-many.ts'
import { checkedId, rowOfItem, wordsOfItem } from './batch.ts'
import { plainWord } from './found-order.ts'

const row = v.object({ status: required(text) })

const answer = v.pipe(v.unknown(), v.transform(unwrapped), row)

/** As `plainWord` writes them. */
const states: ReadonlyMap<string, RefillState> = new Map([
  ['pending', 'pending'],
  ['inprogress', 'in_progress'],
  ['completed', 'completed'],
  ['complete', 'completed'],
  ['processing', 'in_progress'],
  ['awaiting', 'pending'],
  ['rejected', 'rejected'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['fail', 'error'],
  ['failed', 'error'],
  ['error', 'error'],
])

const final: ReadonlySet<RefillState> = new Set(['completed', 'rejected', 'canceled'])

/**
 * Returns one refill. (Panel v2 `refill_status` with `refill`.)
 *
 * @throws {UpstreamError} {@link RefusedError} if the panel does not know the refill.
 */
export async function refillStatus(
  transport: Transport,
  refillId: string,
  options: CallOptions,
): Promise<FoundRefill> {
  const refill = checkedId('refillId', refillId)
  const call = { method: 'POST', action: 'refill_status', fields: [['refill', refill]] } as const
  return foundRefill(refill, (await transport.read(call, answer, options)).status)
}

/**
 * Returns one status for each id, in the order asked, 100 a request. (Panel v2 `refill_status` with `refills`.)
 *
 * @throws {UpstreamError} if the panel cannot be asked. A refill that it leaves out or refuses is data, and so is an
 *   id that no refill can have, which is missing.
 */
export async function refillStatuses(
  transport: Transport,
  refillIds: readonly string[],
  options: CallOptions,
): Promise<readonly RefillStatus[]> {
  const question = { action: 'refill_status', one: 'refill', many: 'refills' }
  const items = await askMany(transport, question, refillIds, options)
  return refillIds.map(id => {
    const refillId = id.trim()
    const item = items.get(refillId)
    const words = wordsOfItem(item, text => states.has(plainWord(text)))
    const messages =
      item?.kind === 'refused' ? item.messages : words === undefined ? undefined : asMessages([words])
    if (messages !== undefined) {
      return { kind: 'refused', refillId, messages: redactMessages(messages, transport.redact) }
    }
    const read = v.safeParse(row, rowOfItem(item))
    return read.success ? foundRefill(refillId, read.output.status) : { kind: 'missing', refillId }
  })
}

function foundRefill(refillId: string, rawStatus: string): FoundRefill {
  const state = states.get(plainWord(rawStatus)) ?? 'unknown'
  return { kind: 'found', refillId, state, rawStatus, isFinal: final.has(state) }
}
