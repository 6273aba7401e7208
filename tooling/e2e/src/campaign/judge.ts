import { parseDecimal } from '@orderwright/core'
import type { OrderView } from '@orderwright/mock-server'
import type { HistoryEntry } from '../popup/order-history.ts'

/** What the extension did wrong about one order. */
export type Finding =
  /** The upstream was sent the order, or took it, more than once. */
  | 'doubled'
  /** It reached the upstream, and the history says that it was not sent. */
  | 'sent all the same'
  /** The upstream took the order, and the history does not have it. */
  | 'missing'
  /** The upstream took the order, and the history says that it did not. */
  | 'shown as not taken'
  /** The history still does not know, although the person has told what there is to tell. */
  | 'left unknown'
  /** The history has an order that the upstream did not take. */
  | 'invented'
  /** The history has another number or amount than the upstream. */
  | 'wrong amount'
  /** The history says that the order is still on its way. */
  | 'left open'
  /** The history has it, and the person does not see its number. */
  | 'not on the screen'

export interface Evidence {
  /** How often the person confirmed the order: more than once only where the extension said that it was not taken. */
  readonly confirmed: number
  /** How many requests to order it reached the upstream. */
  readonly sent: number
  /** What the upstream took of it. */
  readonly taken: readonly Pick<OrderView, 'id' | 'charged'>[]
  /** What the extension remembers of it. */
  readonly remembered: readonly HistoryEntry[]
  /** What the person reads of it among the orders. */
  readonly screen: string
}

/** The upstream's journal and order book against the extension's history, for one order. */
export function judge({ confirmed, sent, taken, remembered, screen }: Evidence): readonly Finding[] {
  const findings = [...countFindings(confirmed, sent, taken.length, remembered)]
  for (const { standing } of remembered) {
    if (standing === 'open') findings.push('left open')
    if (standing === 'unknown') findings.push('left unknown')
  }
  const known = remembered.filter(({ standing }) => standing === 'taken')
  if (known.some(({ orderId }) => !taken.some(({ id }) => id === orderId))) findings.push('invented')
  for (const order of taken) {
    const entry = known.find(({ orderId }) => orderId === order.id)
    if (entry === undefined) findings.push(remembered.length === 0 ? 'missing' : 'shown as not taken')
    else findings.push(...compare(entry, order, screen))
  }
  return findings
}

function countFindings(
  confirmed: number,
  sent: number,
  taken: number,
  remembered: readonly HistoryEntry[],
): readonly Finding[] {
  if (sent > confirmed || taken > 1) return ['doubled']
  const unsent = remembered.filter(({ state }) => state === 'not_sent').length
  return sent > confirmed - unsent ? ['sent all the same'] : []
}

function compare(entry: HistoryEntry, order: Pick<OrderView, 'id' | 'charged'>, screen: string): Finding[] {
  if (!isSameAmount(entry.charge, order.charged)) return ['wrong amount']
  return screen.includes(order.id) ? [] : ['not on the screen']
}

function isSameAmount(remembered: string | undefined, charged: string): boolean {
  const [one, other] = [parseDecimal(remembered ?? ''), parseDecimal(charged)]
  return one !== undefined && other !== undefined && one.eq(other)
}
