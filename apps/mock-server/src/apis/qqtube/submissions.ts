import { type Answer, jsonAnswer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import { exactNumber, idNumber, type Json } from '../../http/json.ts'
import type { Account } from '../../simulator/accounts.ts'
import { progressOf } from '../../simulator/delivery.ts'
import type { Order } from '../../simulator/order.ts'
import { poll } from '../../simulator/play-behaviour.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { greatestLimit } from './action-schemas.ts'
import { idStatusOf } from './id-status.ts'
import { dateTime, submissionCounts } from './submission-counts.ts'

/** POST `action=submissions`: the account's own, newest first, those before `id_service_submission` if it is given. */
export function submissions(state: SimulatorState, account: Account, fields: Fields): Answer {
  const limit = Number(fields.get('limit') ?? greatestLimit)
  const before = fields.get('id_service_submission')
  const now = runDueEvents(state)
  const page = state.orders.newest(account, limit, before === undefined ? undefined : BigInt(before))
  for (const order of page) poll(state, order, now)
  return jsonAnswer(page.map(order => submission(order, now)))
}

function submission(order: Order, now: number): Json {
  const { sent_count: _, ...counts } = submissionCounts(order, now)
  return {
    ...counts,
    id_status: idStatusOf(progressOf(order, now)).id,
    id_service: idNumber(order.service.id),
    total_cost: exactNumber(order.charged),
    date_added: dateTime(order.takenAt),
  }
}
