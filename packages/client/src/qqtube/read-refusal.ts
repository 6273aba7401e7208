import type { UpstreamMessage } from '../upstream-message.ts'
import { isRecord } from '../wire/record.ts'
import { readMessages } from './messages.ts'

/**
 * QQTube's own error in an answer, or `undefined` where it is none: a `status` in words other than `success`
 * (the document: test for the absence of success), or an object that holds messages and nothing else.
 */
export function readRefusal(value: unknown): readonly UpstreamMessage[] | undefined {
  if (!isRecord(value)) return undefined
  const { status } = value
  const messages = readMessages(value)
  if (typeof status === 'string' && status.trim() !== '') return status === 'success' ? undefined : messages
  const holdsNothingElse = Object.keys(value).every(name => name === 'messages' || name === 'message')
  return holdsNothingElse && messages.length > 0 ? messages : undefined
}
