/**
 * What a `fetch` that is handed in throws if it is certain that nothing has left this machine: the order is then
 * `not_sent`, not `unknown`. Its message is the reason, a sentence that a person reads; it must not name the URL.
 */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
}
