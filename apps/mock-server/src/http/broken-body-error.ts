/** A body that cannot be read: the API that was asked answers it in its own form. */
export class BrokenBodyError extends Error {
  override readonly name = 'BrokenBodyError'
  /** From 400 to 499. */
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

const sentences: Readonly<Record<number, string>> = {
  400: 'The body cannot be read.',
  413: 'The body is too large.',
  415: 'The charset or encoding of the body is not supported.',
}

/** What a body reader threw, in a sentence of our own: theirs quote what was sent. */
export function brokenBody(error: unknown): BrokenBodyError {
  if (error instanceof BrokenBodyError) return error
  const given = error instanceof Error && 'status' in error ? error.status : undefined
  const status = given === 413 || given === 415 ? given : 400
  return new BrokenBodyError(sentences[status] ?? '', status)
}
