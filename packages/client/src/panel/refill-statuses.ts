import * as v from 'valibot'
import type { FoundRefill, RefillState, RefillStatus } from '../refill.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { redactMessages } from '../upstream-message.ts'
import { required, text } from '../wire/leaf.ts'
import { askMany } from './ask-many.ts'
import { checkedId } from './batch.ts'
import { plainWord } from './plain-word.ts'

const answer = v.object({ status: required(text) })

/** As `plainWord` writes them. */
const states: ReadonlyMap<string, RefillState> = new Map([
  ['pending', 'pending'],
  ['inprogress', 'in_progress'],
  ['completed', 'completed'],
  ['rejected', 'rejected'],
  ['error', 'error'],
])

/**
 * One refill. (Panel v2 `refill_status` with `refill`.)
 *
 * @throws {UpstreamError} {@link RefusedError} where the panel does not know the refill.
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
 * One status for each id, in the order asked, 100 a request. (Panel v2 `refill_status` with `refills`.)
 *
 * @throws {UpstreamError} where the panel cannot be asked. A refill that it leaves out or refuses is data.
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
    if (item?.kind === 'refused') {
      return { kind: 'refused', refillId, messages: redactMessages(item.messages, transport.redact) }
    }
    const read = v.safeParse(answer, item?.value)
    return read.success ? foundRefill(refillId, read.output.status) : { kind: 'missing', refillId }
  })
}

function foundRefill(refillId: string, rawStatus: string): FoundRefill {
  const state = states.get(plainWord(rawStatus)) ?? 'unknown'
  return { kind: 'found', refillId, state, rawStatus, isFinal: state === 'completed' || state === 'rejected' }
}
