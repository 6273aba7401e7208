import { type Answer, jsonAnswer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import { exactNumber } from '../../http/json.ts'
import type { Account } from '../../simulator/accounts.ts'
import { progressOf } from '../../simulator/delivery.ts'
import { poll } from '../../simulator/play-behaviour.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { idStatusOf } from './id-status.ts'
import { errorAnswer, messages } from './messages.ts'
import { dateTime, submissionCounts } from './submission-counts.ts'

/** GET `action=stats`. Another account's submission does not exist. */
export function stats(state: SimulatorState, account: Account, fields: Fields): Answer {
  const order = state.orders.get(fields.get('id_service_submission')?.trim() ?? '')
  if (order === undefined || order.account !== account) return errorAnswer([messages.unknownSubmission])

  const now = runDueEvents(state)
  poll(state, order, now)
  const { id: idStatus, name, type, description } = idStatusOf(progressOf(order, now))
  return jsonAnswer({
    ...submissionCounts(order, now),
    long_url: order.target,
    total_cost: exactNumber(order.charged),
    status: { id_status: String(idStatus), name, type, description },
    refund_total: order.refund && exactNumber(order.refund.amount),
    refund_time: order.refund && dateTime(order.refund.at),
  })
}
