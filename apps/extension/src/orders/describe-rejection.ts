import { type RejectionKind, rejectionOf, type UpstreamMessage } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { formatCount } from '../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Describes a rejection by an upstream: its own words, and what they mean if that is known, since some upstreams speak
 * in keys such as `neworder.error.not_enough_funds`.
 */
export function describeRejection(upstream: string, messages: readonly UpstreamMessage[]): string {
  const message = isolate(messages.map(({ text }) => text).join(' '))
  const provider = isolate(upstream)
  if (message === '') return texts.rejection.silent({ provider })
  const { kind, limit } = rejectionOf(messages)
  const meaning = meaningOf(kind, limit)
  return meaning === ''
    ? texts.rejection.says({ provider, message })
    : texts.rejection.explained({ provider, message, meaning })
}

function meaningOf(kind: RejectionKind, limit: string | undefined): string {
  switch (kind) {
    case 'incorrect_request':
    case 'other':
      return ''
    case 'quantity_below_min':
    case 'quantity_above_max':
      return limit === undefined ? '' : texts.meanings[kind]({ limit: formatCount(limit) })
    default:
      return texts.meanings[kind]()
  }
}
