import { type RejectionKind, rejectionOf, type UpstreamMessage } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { formatCount } from '../format/money.ts'

/**
 * Describes a rejection by an upstream: its own words, and what they mean if that is known, since some upstreams speak
 * in keys such as `neworder.error.not_enough_funds`.
 */
export function describeRejection(upstream: string, messages: readonly UpstreamMessage[]): string {
  const text = messages.map(message => message.text).join(' ')
  if (text === '') return `${isolate(upstream)} gave no reason.`
  const { kind, limit } = rejectionOf(messages)
  const meaning = meanings[kind](limit === undefined ? undefined : formatCount(limit))
  return `${isolate(upstream)} says: “${isolate(text)}”${meaning === '' ? '' : ` ${meaning}`}`
}

const meanings = {
  invalid_key: () => 'It does not accept your key: copy it again, and save it in the settings.',
  not_enough_funds: () => 'Your balance there does not cover it.',
  incorrect_request: () => '',
  too_many_requests: () => 'Wait a few minutes.',
  incorrect_service: () => 'It does not offer this service now.',
  service_unavailable: () => 'It does not offer this service now.',
  drip_not_supported: () => 'It does not deliver this service in several runs.',
  incorrect_order: () => 'It knows no such order of yours.',
  quantity_below_min: limit => (limit === undefined ? '' : `It takes no less than ${limit}.`),
  quantity_above_max: limit => (limit === undefined ? '' : `It takes no more than ${limit}.`),
  bad_link: () => 'It cannot use this link.',
  duplicate_link: () => 'It has an unfinished order for this link already.',
  refill_not_found: () => 'It knows no such refill.',
  refill_not_available: () => 'It does not refill this order, or not now.',
  cancel_not_available: () => 'It does not cancel this order, or not any more.',
  other: () => '',
} as const satisfies Record<RejectionKind, (limit: string | undefined) => string>
