import { panelErrors } from '../apis/panel/errors.ts'
import { idList } from '../apis/panel/id-list.ts'
import { answered, type PanelCall, type PanelResult } from '../apis/panel/panel-call.ts'
import { idNumber, type Json } from '../http/json.ts'
import { type RefillState, refillStateOf } from '../simulator/refills.ts'

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
