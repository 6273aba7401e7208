import { idNumber, type Json } from '../http/write-json.ts'
import { askCancel, type CancelAnswer } from '../upstream/ask-cancel.ts'
import { type PanelError, panelErrors } from './errors.ts'
import { idList } from './id-list.ts'
import { answered, ownOrder, type PanelCall, type PanelResult } from './panel-call.ts'

/** `action=cancel` of many `orders`; 1 means that the cancel was asked for, not that it has taken effect. */
export function cancel(call: PanelCall): PanelResult {
  const ids = idList(call.fields.get('orders'))
  return answered(ids.map(id => ({ order: idNumber(id), cancel: cancelOrError(call, id) })))
}

function cancelOrError(call: PanelCall, id: string): Json {
  const order = ownOrder(call, id)
  if (order === undefined) return { error: panelErrors.incorrectOrder.text }
  const answer = askCancel(call.state, order, call.now)
  return answer === 'asked' ? 1 : { error: refusals[answer].text }
}

const refusals = {
  not_cancelable: panelErrors.cancelNotAvailable,
  already_asked: panelErrors.cancelAlreadyAsked,
  already_final: panelErrors.cancelTooLate,
} as const satisfies Record<Exclude<CancelAnswer, 'asked'>, PanelError>
