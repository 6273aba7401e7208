import { idNumber, type Json } from '../../http/json.ts'
import type { Refill } from '../../simulator/refills.ts'
import { askRefill } from '../../upstream/ask-refill.ts'
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
  return asked.kind === 'asked' ? asked : { error: refusals[asked.kind] }
}

const refusals = {
  not_refillable: panelErrors.refillNotAvailable,
  not_completed: panelErrors.refillTooEarly,
  already_asked: panelErrors.refillAlreadyAsked,
} as const
