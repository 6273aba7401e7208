import { nameSchema } from '../../schema/leaf-schemas.ts'
import { refillStateOf } from '../../simulator/refills.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { checkGiven } from './check-given.ts'

export interface RefillView {
  readonly id: string
  readonly orderId: string
  /** The word that was set, or `pending`, `in_progress` or `completed`. */
  readonly status: string
  /** Milliseconds of the clock from when it was asked for until it is completed, if nothing comes between. */
  readonly durationMs: number
}

export interface RefillsControl {
  /** All refills, oldest first. */
  list(): readonly RefillView[]
  /**
   * Sets what a refill's status answers, such as `Rejected`; it stays until another is set.
   * @throws RangeError for an unknown refill
   */
  setStatus(id: string | number, status: string): void
}

export function createRefillsControl(state: SimulatorState): RefillsControl {
  return {
    list() {
      const now = runDueEvents(state)
      return state.refills.list().map(refill => ({
        id: refill.id,
        orderId: refill.order.id,
        status: refill.code ?? refillStateOf(refill, now),
        durationMs: refill.pendingMs + refill.durationMs,
      }))
    },
    setStatus(id, status) {
      const refill = state.refills.get(String(id))
      if (refill === undefined) throw new RangeError(`There is no refill '${id}' on this server`)
      checkGiven(nameSchema, status, 'refills.setStatus: the status')
      refill.code = status
      state.onChange()
    },
  }
}
