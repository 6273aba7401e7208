import { idNumber, type Json } from '../../http/json.ts'
import { askRefill, type Refill, type RefillState, refillStateOf } from '../../simulator/refills.ts'
import { type PanelError, panelErrors } from './errors.ts'
import { idList } from './id-list.ts'
import { answered, ownOrder, type PanelCall, type PanelResult } from './panel-call.ts'

/** `action=refill`: of one `order`, or of many `orders` in a list. */
export function refill(call: PanelCall): PanelResult {
  const one = call.fields.get('order')
  if (one !== undefined) {
    const asked = refillOf(call, one)
    return 'error' in asked ? asked : answered({ refill: asked.refill.id })
  }
  const ids = idList(call.fields.get('orders'))
  return answered(ids.map(id => ({ order: idNumber(id), refill: refillOrError(call, id) })))
}

function refillOrError(call: PanelCall, id: string): Json {
  const asked = refillOf(call, id)
  return 'error' in asked ? { error: asked.error.text } : idNumber(asked.refill.id)
}

function refillOf(
  call: PanelCall,
  orderId: string,
): { readonly refill: Refill } | { readonly error: PanelError } {
  const order = ownOrder(call, orderId)
  if (order === undefined) return { error: panelErrors.incorrectOrder }
  const asked = askRefill(call.state, order, call.now)
  return asked.kind === 'asked' ? asked : { error: rejections[asked.kind] }
}

const rejections = {
  not_refillable: panelErrors.refillNotAvailable,
  not_completed: panelErrors.refillTooEarly,
  already_asked: panelErrors.refillAlreadyAsked,
} as const

const words = {
  pending: 'Pending',
  in_progress: 'In progress',
  completed: 'Completed',
} as const satisfies Record<RefillState, string>

/** `action=refill_status`: of one `refill`, or of many `refills` in a list. */
export function refillStatus(call: PanelCall): PanelResult {
  const one = call.fields.get('refill')
  if (one !== undefined) {
    const word = wordOf(call, one)
    return word === undefined ? { error: panelErrors.refillNotFound } : answered({ status: word })
  }
  const ids = idList(call.fields.get('refills'))
  return answered(ids.map(id => ({ refill: idNumber(id), status: wordOrError(call, id) })))
}

function wordOrError(call: PanelCall, id: string): Json {
  return wordOf(call, id) ?? { error: panelErrors.refillNotFound.text }
}

function wordOf({ state, account, now }: PanelCall, id: string): string | undefined {
  const refill = state.refills.get(id.trim())
  if (refill?.order.account !== account) return undefined
  return refill.code ?? words[refillStateOf(refill, now)]
}
