import { type TestAPI, test as vitestTest } from 'vitest'
import { createMockServer, type MockServer, type MockServerOptions } from './server.ts'

export interface MockFixtures {
  /** What the server of a test begins with, beside a held clock. Default: nothing else. */
  readonly mockOptions: MockServerOptions
  /** A server of this test alone, which is closed at its end. */
  readonly mock: MockServer
}

/**
 * Vitest's `test` with a mock server for each test that names `mock`, its clock held. `test.override` changes `mockOptions` for a suite.
 * A test fails at its end if `verifiesAtEnd` says so.
 */
export const test: TestAPI<MockFixtures> = vitestTest.extend<MockFixtures>({
  mockOptions: {},
  mock: async ({ mockOptions }, use) => {
    await using server = await createMockServer({ clock: { isHeld: true }, ...mockOptions })
    await use(server)
  },
})
