import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { asMessages, own, readOwnError } from '../transport/own-error.ts'
import { isRecord } from '../wire/record.ts'
import { readMessages } from './messages.ts'

/**
 * QQTube's own error in an answer, or `undefined` if there is none: a `status` in words other than `success` (the
 * document: test for the absence of success), an object that holds messages and nothing else, or one of the
 * envelopes that other servers put their errors in.
 */
export function readRefusal(value: unknown): readonly UpstreamMessage[] | undefined {
  if (!isRecord(value)) return undefined
  const status = own(value, 'status')
  if (status === 'success') return undefined
  const messages = readMessages(value)
  const error = readOwnError(value)
  if ((typeof status === 'string' && status.trim() !== '') || error !== undefined) {
    const said = new Set(messages.map(({ text }) => text))
    return [...messages, ...asMessages((error?.texts ?? []).filter(text => !said.has(text)))]
  }
  const holdsNothingElse = Object.keys(value).every(name => name === 'messages' || name === 'message')
  return holdsNothingElse && messages.length > 0 ? messages : undefined
}
