import { type RefusalKind, refusalOf, type UpstreamMessage } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { formatCount } from '../money/format-money.ts'

/**
 * What an upstream said when it refused: its own words, and what they mean where they are known, since some speak
 * in keys such as `neworder.error.not_enough_funds`.
 */
export function describeRefusal(upstream: string, messages: readonly UpstreamMessage[]): string {
  const text = messages.map(message => message.text).join(' ')
  if (text === '') return `${isolate(upstream)} gave no reason.`
  const { kind, limit } = refusalOf(messages)
  const meaning = meanings[kind](limit === undefined ? undefined : formatCount(limit))
  return `${isolate(upstream)} says: “${isolate(text)}”${meaning === '' ? '' : ` ${meaning}`}`
}

const meanings = {
  invalid_key: () => 'It does not accept your key: copy it again, and save it in the settings.',
  not_enough_funds: () => 'Your balance there does not cover it.',
  incorrect_request: () => '',
  incorrect_service: () => 'It does not offer this service now.',
  incorrect_order: () => 'It knows no such order of yours.',
  quantity_below_min: limit => (limit === undefined ? '' : `It takes no less than ${limit}.`),
  quantity_above_max: limit => (limit === undefined ? '' : `It takes no more than ${limit}.`),
  bad_link: () => 'It cannot use this link.',
  duplicate_link: () => 'It has an unfinished order for this link already.',
  refill_not_found: () => 'It knows no such refill.',
  other: () => '',
} as const satisfies Record<RefusalKind, (limit: string | undefined) => string>
