import { isSameOrder, type OrderRecord, orderIdOf } from '../index.ts'
import type { ModelUpstream } from './model-upstream.ts'

type Records = ReadonlyMap<string, OrderRecord>

const mayBePlaced: readonly string[] = ['submitting', 'unknown']
const placed: readonly string[] = ['accepted', 'open', 'closed']

/** Returns what is wrong at this moment, by the upstream's own list. `newest` is what was asked of it since the last time. */
export function judge(
  records: Records,
  past: Records,
  upstream: ModelUpstream,
  newest: readonly string[],
): readonly string[] {
  return [
    ...twice(upstream.requests).map(tag => `${tag} was sent twice`),
    ...upstream.requests.filter(tag => !records.has(tag)).map(tag => `${tag} was sent and is in no record`),
    ...twice(upstream.taken.flatMap(({ tag }) => tag?.split('.')[0] ?? [])).map(
      root => `${root} was taken twice`,
    ),
    ...twice([...records.values()].flatMap(record => orderIdOf(record) ?? [])).map(
      orderId => `order ${orderId} is shown twice`,
    ),
    ...newest.flatMap(tag => judgeRequest(records, tag)),
    ...[...records.values()].flatMap(record => judgeRecord(record, past, upstream)),
    ...[...past.keys()].filter(id => !records.has(id)).map(id => `${id} is gone`),
  ]
}

function judgeRecord(record: OrderRecord, past: Records, { taken }: ModelUpstream): readonly string[] {
  const { id, state } = record
  const shown = orderIdOf(record)
  const actual = taken.find(({ tag }) => tag === id)?.orderId
  const before = past.get(id)?.state.name ?? 'draft'
  const violations: string[] = []
  if (shown !== undefined && shown !== actual) {
    violations.push(`${id} is shown as order ${shown}, and is ${actual ?? 'none'}`)
  }
  if (actual !== undefined && shown === undefined && !mayBePlaced.includes(state.name)) {
    violations.push(`${id} was taken and is shown as ${state.name}`)
  }
  if (placed.includes(before) && !placed.includes(state.name)) {
    violations.push(`${id} was ${before} and is ${state.name}`)
  }
  return violations
}

/** Returns a violation if an order was sent while the same one may have been placed under another record. */
function judgeRequest(records: Records, tag: string): readonly string[] {
  const sent = records.get(tag)
  return [...records.values()]
    .filter(({ id, state }) => id !== tag && mayBePlaced.includes(state.name))
    .filter(record => sent !== undefined && isSameOrder(record, sent))
    .map(({ id, state }) => `${tag} was sent while ${id} was ${state.name}`)
}

function twice(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index)
}
