import { createMockServer, type MockServer, type MockServerOptions } from '@orderwright/mock-server'

/**
 * The mock upstream at `port`.
 *
 * @throws {StageError} where nothing can listen there.
 */
export async function startUpstream(port: number, clock: MockServerOptions['clock']): Promise<MockServer> {
  try {
    return await createMockServer({ port, clock })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === undefined) throw error
    const reason =
      code === 'EADDRINUSE' ? 'is taken: end what listens there, or' : `cannot be used (${code}):`
    throw new StageError(`Port ${port} ${reason} choose another with \`npm start -- --port ${port + 1}\`.`)
  }
}

/** What keeps a stage from being set: its message is one sentence that says what to do. */
export class StageError extends Error {
  override readonly name = 'StageError'
}
