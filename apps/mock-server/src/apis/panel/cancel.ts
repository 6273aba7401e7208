import { idNumber, type Json } from '../../http/json.ts'
import { askCancel, type CancelAnswer } from '../../simulator/change-order.ts'
import { type PanelError, panelErrors } from './errors.ts'
import { idList } from './id-list.ts'
import { answered, ownOrder, type PanelCall, type PanelResult } from './panel-call.ts'

/**
 * `action=cancel` of many `orders`; 1 means that the cancel was asked for, not that it has taken effect. The document has no
 * cancel of one `order`, but clients ask for it, and panels answer.
 */
export function cancel(call: PanelCall): PanelResult {
  const one = call.fields.get('order')
  if (one !== undefined && !call.fields.has('orders')) {
    const asked = askFor(call, one)
    return asked === undefined ? answered({ cancel: 1 }) : { error: asked }
  }
  const ids = idList(call.fields.get('orders'))
  return answered(ids.map(id => ({ order: idNumber(id), cancel: cancelOrError(call, id) })))
}

function cancelOrError(call: PanelCall, id: string): Json {
  const error = askFor(call, id)
  return error === undefined ? 1 : { error: error.text }
}

/** Asks for one; why it cannot be, or `undefined`. */
function askFor(call: PanelCall, id: string): PanelError | undefined {
  const order = ownOrder(call, id)
  if (order === undefined) return panelErrors.incorrectOrder
  const answer = askCancel(call.state, order, call.now)
  return answer === 'asked' ? undefined : rejections[answer]
}

const rejections = {
  not_cancelable: panelErrors.cancelNotAvailable,
  already_asked: panelErrors.cancelAlreadyAsked,
  already_final: panelErrors.cancelTooLate,
} as const satisfies Record<Exclude<CancelAnswer, 'asked'>, PanelError>
