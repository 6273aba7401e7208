import { type OrderFilter, unresolvedStates } from '@orderwright/outbox'
import { hashOf, liveStates } from '../database/rows.ts'

/** A query with its values. */
export interface Query {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Returns the query of what a filter lists. */
export function listQuery(filter: OrderFilter): Query {
  const { states, dueBefore, limit, after } = filter
  const values: unknown[] = []
  const value = (item: unknown): string => {
    values.push(item)
    return `$${values.length}`
  }
  const conditions: string[] = []
  const columns = [
    ['id', filter.ids],
    ['account_id', filter.accountIds],
    ['state', states],
    ['order_id', filter.orderIds],
    ['signature', filter.signatures?.map(hashOf)],
  ] as const
  for (const [column, items] of columns) {
    if (items !== undefined) conditions.push(`${column} = ANY(${value(items)})`)
  }
  // What a partial index or a partition holds is known by the condition that it was made with.
  if (states?.every(state => unresolvedStates.includes(state)) === true) {
    conditions.push("state IN ('queued', 'submitting', 'unknown')")
  }
  if (dueBefore !== undefined || states?.every(state => liveStates.includes(state)) === true) {
    conditions.push('NOT finished')
  }
  if (dueBefore !== undefined) conditions.push(`due_at <= ${value(dueBefore)}`)
  else if (after !== undefined) conditions.push(`id > ${value(after)}`)
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const order = dueBefore === undefined ? 'id' : 'due_at'
  const most = limit === undefined ? '' : ` LIMIT ${value(limit)}`
  return { text: `SELECT record FROM orderwright.record${where} ORDER BY ${order}${most}`, values }
}
