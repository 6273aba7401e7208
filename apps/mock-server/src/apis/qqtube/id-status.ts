import type { Progress } from '../../simulator/delivery.ts'
import type { Mark, OrderState } from '../../simulator/order.ts'

export interface IdStatus {
  readonly id: number
  readonly name: string
  /** The document: all ids but 1, 2 and 8 are `error`. So is 3, although it is in progress. */
  readonly type: 'info' | 'error'
  readonly description: string
  readonly state: OrderState
}

/** The document lists 5-7, 9-18 and 20-25 as "Error", without more. */
const plainErrors: readonly number[] = [
  5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25,
]

/** The document's statuses. It describes number 2 alone; the other descriptions are the project's own. */
export const idStatuses: readonly IdStatus[] = [
  {
    id: 1,
    name: 'Completed',
    type: 'info',
    description: 'Submission has received everything that was ordered.',
    state: 'completed',
  },
  {
    id: 2,
    name: 'In Progress',
    type: 'info',
    description: 'Submission is currently receiving what was ordered.',
    state: 'in_progress',
  },
  {
    id: 3,
    name: 'In Progress',
    type: 'error',
    description: 'Submission is receiving what was ordered, more slowly than usual.',
    state: 'in_progress',
  },
  {
    id: 4,
    name: 'Unknown error',
    type: 'error',
    description: 'Submission has an unknown error and receives nothing.',
    state: 'failed',
  },
  { id: 8, name: 'Refunded', type: 'info', description: 'Submission was refunded.', state: 'refunded' },
  { id: 19, name: 'Stopped', type: 'error', description: 'Submission was stopped.', state: 'stopped' },
  ...plainErrors.map(
    id =>
      ({
        id,
        name: 'Error',
        type: 'error',
        description: 'Submission has an error and receives nothing.',
        state: 'failed',
      }) as const,
  ),
]

const byId: ReadonlyMap<string, IdStatus> = new Map(idStatuses.map(status => [String(status.id), status]))

const codeOfState = {
  completed: '1',
  pending: '2',
  in_progress: '2',
  partial: '8',
  canceled: '8',
  refunded: '8',
  stopped: '19',
  failed: '4',
} as const satisfies Record<OrderState, string>

/** The status of an order: the one that was set, else the one of its state. */
export function idStatusOf({ state, code }: Pick<Progress, 'state' | 'code'>): IdStatus {
  return idStatus(code ?? codeOfState[state])
}

/** @throws RangeError for a number that the document does not list */
export function markFor(id: number): Pick<Mark, 'state' | 'code'> {
  return { state: idStatus(String(id)).state, code: String(id) }
}

function idStatus(id: string): IdStatus {
  const status = byId.get(id)
  if (status === undefined)
    throw new RangeError(`An id_status is a whole number from 1 to 25, was given ${id}`)
  return status
}
