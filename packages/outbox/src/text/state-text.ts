import type { FoundOrder, UnknownCode } from '@orderwright/client'
import { Decimal, isolate } from '@orderwright/core'
import { finalAmounts, type Pieces } from '../record/final-amounts.ts'
import type { NotSentReason, OrderRecord, OrderStates } from '../record/record-schema.ts'
import { messages } from './messages/en.generated.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/** What a screen calls things, if it knows better. */
export interface StateWords {
  /** The name of the account's provider. Default: `your provider`. */
  readonly upstream?: string | undefined
  readonly money?: MoneyWords | undefined
  /** Writes a count in the reader's way, such as `1,000`. Default: plain digits. */
  readonly count?: ((count: string) => string) | undefined
}

/**
 * Describes an order in plain English: what is known of it, and what to do. The record holds all that a translation needs.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * describeState(draft) // 'Not ordered yet. Review it, then confirm.'
 * ```
 */
export function describeState(record: OrderRecord, words: StateWords = {}): string {
  if (words.upstream !== undefined) return sentencesOf(record, words.upstream, words)
  const text = sentencesOf(record, messages.provider(), words)
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function sentencesOf(record: OrderRecord, upstream: string, words: StateWords): string {
  const { state } = record
  const provider = isolate(upstream)
  switch (state.name) {
    case 'draft':
    case 'queued':
    case 'submitting':
      return messages.state[state.name]()
    case 'accepted':
      return messages.state.accepted({ orderId: isolate(state.orderId) })
    case 'open':
    case 'closed':
      return describeStatus(record, state.status, provider, words)
    case 'rejected':
      return describeRejected(state, provider)
    case 'not_sent':
      return describeNotSent(state.reason, provider)
    case 'unknown': {
      const first = whyUnknown(state, provider)
      return messages.joined({ first, second: whatNext(record, state, provider, words) })
    }
    case 'not_placed':
      return state.by === 'look_up'
        ? messages.state.notPlaced({ provider })
        : messages.state.markedNotPlaced()
  }
}

function describeNotSent(reason: NotSentReason, provider: string): string {
  return reason.code === 'no_connection'
    ? messages.notSent[reason.cause]({ provider })
    : messages.state[reason.code]()
}

function describeRejected({ messages: said, httpStatus }: OrderStates['rejected'], provider: string): string {
  const message = said.map(({ text }) => text.trim()).join(' ')
  return message === ''
    ? messages.state.rejectedSilently({ provider, httpStatus: `${httpStatus}` })
    : messages.state.rejected({ provider, message: isolate(message) })
}

function whyUnknown({ reason }: OrderStates['unknown'], provider: string): string {
  if (reason.code === 'interrupted') return messages.unknown.interrupted()
  if (reason.cause === 'timeout') return messages.unknown.timeout({ provider })
  return dropped.includes(reason.cause)
    ? messages.unknown.dropped({ provider })
    : messages.unknown.unreadable({ provider })
}

/** What ends a request without any answer. */
const dropped: readonly UnknownCode[] = ['aborted', 'connection_reset', 'connection_lost', 'unexpected']

function whatNext(
  { canListOrders }: OrderRecord,
  state: OrderStates['unknown'],
  provider: string,
  { count = plain }: StateWords,
): string {
  const { length } = state.candidates
  if (length === 1) return messages.unknown.oneCandidate({ provider })
  if (length > 1) return messages.unknown.candidates({ count: count(`${length}`), provider })
  if (state.readInPart !== undefined) {
    return messages.unknown.readInPart({ count: count(`${state.readInPart}`), provider })
  }
  if (!canListOrders) return messages.unknown.lookThere({ provider })
  return state.lastLookedUpAt === undefined ? messages.unknown.checking() : messages.unknown.checkingAgain()
}

function describeStatus(
  record: OrderRecord,
  status: FoundOrder,
  provider: string,
  { money = describeMoney, count = plain }: StateWords,
): string {
  const { pieces, givenBack, currency } = finalAmounts(record)
  const message: (values: StatusValues) => string = messages.status[status.state]
  const first = message({
    orderId: isolate(status.orderId),
    provider,
    rawStatus: isolate(status.rawStatus),
    percent: percent(status, pieces, count),
    remains: pieces === undefined ? 'none' : count(pieces.remains.toFixed()),
    ordered: count(pieces?.ordered.toFixed() ?? ''),
  })
  if (givenBack.isZero()) return first
  const second = messages.status.refund({ amount: money(givenBack.toFixed(), currency) })
  return messages.joined({ first, second })
}

/** What the sentences of statuses may be about. */
type StatusValues = Readonly<
  Record<'orderId' | 'provider' | 'rawStatus' | 'percent' | 'remains' | 'ordered', string>
>

/** Returns the progress by the pieces, or by what the upstream says of a package, whose pieces nobody counts. */
function percent(
  { progress }: FoundOrder,
  pieces: Pieces | undefined,
  count: (count: string) => string,
): string {
  const share = pieces?.ordered.gt(0) ? pieces.delivered.div(pieces.ordered) : progress
  return share === undefined ? 'none' : count(new Decimal(share).times(100).floor().toFixed())
}

function plain(count: string): string {
  return count
}
