import { createMockServer, type MockServer, type MockServerOptions } from '@orderwright/mock-server'
import { JourneyError } from './journey-error.ts'

/**
 * The mock upstream at `port`.
 *
 * @throws {JourneyError} where nothing can listen there.
 */
export async function startUpstream(port: number, clock: MockServerOptions['clock']): Promise<MockServer> {
  try {
    return await createMockServer({ port, clock })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === undefined) throw error
    const reason =
      code === 'EADDRINUSE' ? 'is taken: end what listens there, or' : `cannot be used (${code}):`
    throw new JourneyError(`Port ${port} ${reason} choose another with \`npm start -- --port ${port + 1}\`.`)
  }
}
