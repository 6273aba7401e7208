import type { OrderFilter } from '@orderwright/outbox'

/** A query with its values. */
export interface Query {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Returns the query of what a filter lists; lists of any length are one value each. */
export function listQuery(filter: OrderFilter): Query {
  const { dueBefore, limit, after } = filter
  const columns = [
    ['id', filter.ids],
    ['account_id', filter.accountIds],
    ['state', filter.states],
    ['order_id', filter.orderIds],
    ['signature', filter.signatures],
  ] as const
  const conditions: string[] = []
  const values: (string | number)[] = []
  for (const [column, items] of columns) {
    if (items === undefined) continue
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`)
    values.push(JSON.stringify(items))
  }
  // What a partial index holds is known by the condition that it was made with.
  const isUnderWay = filter.states?.every(state => ['queued', 'submitting', 'unknown'].includes(state))
  if (isUnderWay === true) conditions.push("state IN ('queued', 'submitting', 'unknown')")
  if (dueBefore !== undefined) {
    conditions.push('due_at <= ?')
    values.push(dueBefore)
  } else if (after !== undefined) {
    conditions.push('id > ?')
    values.push(after)
  }
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const order = dueBefore === undefined ? 'id' : 'due_at'
  if (limit !== undefined) values.push(limit)
  const sql = `SELECT record FROM record${where} ORDER BY ${order}${limit === undefined ? '' : ' LIMIT ?'}`
  return { sql, values }
}
