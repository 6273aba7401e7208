export interface PanelError {
  readonly text: string
  /** The HTTP status of panels that have one for their errors; the habit is 200. */
  readonly status: number
  /** `document`: in the document. `seen`: other public sources have it. `own`: nobody published one. */
  readonly source: 'document' | 'seen' | 'own'
  /** What panels say that answer with the keys of their language file, if it was seen. */
  readonly key?: string
  /** The field that it is about. */
  readonly field?: string
}

export type PanelErrorName =
  | 'incorrectRequest'
  | 'invalidKey'
  | 'invalidMethod'
  | 'incorrectService'
  | 'incorrectOrder'
  | 'notEnoughFunds'
  | 'badLink'
  | 'noDripFeed'
  | 'refillNotFound'
  | 'refillNotAvailable'
  | 'refillTooEarly'
  | 'refillAlreadyAsked'
  | 'cancelNotAvailable'
  | 'cancelTooLate'
  | 'cancelAlreadyAsked'

/** Every error text that the API gives, but for the two with a number in them. */
export const panelErrors: Readonly<Record<PanelErrorName, PanelError>> = {
  incorrectRequest: { text: 'Incorrect request', status: 400, source: 'seen' },
  invalidKey: { text: 'Invalid API key', status: 401, source: 'seen', field: 'key' },
  invalidMethod: { text: 'Incorrect request', status: 405, source: 'seen' },
  incorrectService: {
    text: 'Incorrect service ID',
    status: 400,
    source: 'seen',
    key: 'error.incorrect_service_id',
    field: 'service',
  },
  incorrectOrder: { text: 'Incorrect order ID', status: 400, source: 'document', field: 'order' },
  notEnoughFunds: {
    text: 'Not enough funds on balance',
    status: 400,
    source: 'seen',
    key: 'neworder.error.not_enough_funds',
  },
  badLink: { text: 'Bad link', status: 400, source: 'seen', key: 'neworder.error.link', field: 'link' },
  // As panels write it.
  noDripFeed: {
    text: 'This services does not support Dripfeed feature!',
    status: 400,
    source: 'seen',
    field: 'runs',
  },
  refillNotFound: { text: 'Refill not found', status: 400, source: 'document', field: 'refill' },
  refillNotAvailable: { text: 'Refill is not available for this order', status: 400, source: 'own' },
  refillTooEarly: { text: 'Refill is available once the order is completed', status: 400, source: 'own' },
  refillAlreadyAsked: { text: 'Refill is already requested', status: 400, source: 'own' },
  cancelNotAvailable: { text: 'Cancel is not available for this order', status: 400, source: 'own' },
  cancelTooLate: { text: 'The order can no longer be canceled', status: 400, source: 'own' },
  cancelAlreadyAsked: { text: 'Cancel is already requested', status: 400, source: 'own' },
}

export function belowMinimum(minimum: string): PanelError {
  return {
    text: `Quantity less than minimal ${minimum}`,
    status: 400,
    source: 'seen',
    key: 'neworder.error.min_quantity',
    field: 'quantity',
  }
}

export function aboveMaximum(maximum: string): PanelError {
  return {
    text: `Quantity more than maximum ${maximum}`,
    status: 400,
    source: 'seen',
    key: 'neworder.error.max_quantity',
    field: 'quantity',
  }
}
