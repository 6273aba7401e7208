import type { Redact } from './redact.ts'

/** What an upstream says about an order or an error, in its own words. */
export interface UpstreamMessage {
  /** As the upstream gave it; panels give none. */
  readonly id: string | undefined
  readonly text: string
}

/** Takes the key out of messages: upstreams quote what they were given. */
export function redactMessages(
  messages: readonly UpstreamMessage[],
  redact: Redact,
): readonly UpstreamMessage[] {
  return messages.map(({ id, text }) => ({ id, text: redact(text) }))
}
