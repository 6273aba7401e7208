import type { UpstreamMessage } from './upstream-message.ts'

/** Why an upstream refused, where its words are known: stable, whatever the panel's way of saying it. */
export type RefusalKind =
  | 'invalid_key'
  | 'not_enough_funds'
  | 'incorrect_request'
  | 'incorrect_service'
  | 'incorrect_order'
  | 'quantity_below_min'
  | 'quantity_above_max'
  | 'bad_link'
  | 'duplicate_link'
  | 'refill_not_found'
  | 'other'

export interface Refusal {
  readonly kind: RefusalKind
  /** What the upstream names as the bound of the quantity, as decimal string. */
  readonly limit: string | undefined
}

/**
 * Known words, in lower case with all but letters and digits as spaces, so that `neworder.error.min_quantity` is
 * found too. Each begins the text: panels append the limit, or the key that they were given.
 */
const known: readonly (readonly [kind: RefusalKind, words: readonly string[]])[] = [
  [
    'invalid_key',
    ['invalid api key', 'incorrect api key', 'api key not provided', 'error incorrect api key'],
  ],
  [
    'not_enough_funds',
    ['not enough funds', 'insufficient funds', 'neworder error not enough funds', 'error not enough funds'],
  ],
  ['quantity_below_min', ['quantity less than minimal', 'neworder error min quantity']],
  ['quantity_above_max', ['quantity more than maximum', 'neworder error max quantity']],
  ['duplicate_link', ['neworder error link duplicate']],
  ['bad_link', ['bad link', 'neworder error link']],
  [
    'incorrect_service',
    [
      'incorrect service id',
      'error incorrect service id',
      'service id not provided',
      'service does not exist',
    ],
  ],
  ['incorrect_order', ['incorrect order id', 'error incorrect order id']],
  ['refill_not_found', ['refill not found']],
  ['incorrect_request', ['incorrect request', 'error incorrect request', 'invalid access method']],
]

/** The kind of a refusal, by the first of its messages that is known; the messages keep the upstream's own words. */
export function refusalOf(messages: readonly UpstreamMessage[]): Refusal {
  for (const { text } of messages) {
    const plain = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    const kind = known.find(([, words]) =>
      words.some(start => plain === start || plain.startsWith(`${start} `)),
    )?.[0]
    if (kind !== undefined) return { kind, limit: isAboutQuantity(kind) ? limitIn(text) : undefined }
  }
  return { kind: 'other', limit: undefined }
}

function isAboutQuantity(kind: RefusalKind): boolean {
  return kind === 'quantity_below_min' || kind === 'quantity_above_max'
}

function limitIn(text: string): string | undefined {
  return /(\d+)\D*$/.exec(text)?.[1]
}
