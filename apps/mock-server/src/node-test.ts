import type { TestContext } from 'node:test'
import { createMockServer, type MockServer, type MockServerOptions } from './server.ts'

/**
 * Starts a mock server for one test of node:test, its clock held, and closes it at the end of the test, which fails if `verifiesAtEnd` says so.
 * @throws RangeError for an option out of range
 */
export async function mockServerFor(
  test: Pick<TestContext, 'after'>,
  options: MockServerOptions = {},
): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true }, ...options })
  test.after(() => server[Symbol.asyncDispose]())
  return server
}
