import type { Answer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import { type Json, writeJson } from '../../http/json.ts'
import type { Account } from '../../simulator/accounts.ts'
import type { Order } from '../../simulator/order.ts'
import type { SimulatorState } from '../../simulator/state.ts'
import type { PanelError } from './errors.ts'

/** One request to a panel whose key and action are right. */
export interface PanelCall {
  readonly state: SimulatorState
  readonly account: Account
  readonly fields: Fields
  /** The time, everything settled that was due by then. */
  readonly now: number
}

export type PanelResult =
  | { readonly answer: Answer }
  | { readonly error: PanelError; readonly reasons?: readonly string[] }

export function answered(value: Json, orderId?: string): PanelResult {
  return { answer: { status: 200, text: writeJson(value), orderId } }
}

/** An order of the account's own; another's does not exist for it. */
export function ownOrder({ state, account }: PanelCall, id: string | undefined): Order | undefined {
  const order = state.orders.get(id?.trim() ?? '')
  return order?.account === account ? order : undefined
}
