/** What a request changed stands in memory, and could not be kept. */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError'
}
