import { join } from 'node:path'
import type { TestProjectInlineConfiguration } from 'vitest/config'

const root = join(import.meta.dirname, '../../..')

/** The packages import one another's sources, not what was built of them. */
const conditions = ['@orderwright/source']

interface Overrides {
  /** Where its tests are, from its folder. */
  readonly include?: string[]
  readonly setupFiles?: string[]
  /** What runs once before all its files, such as a server that they share. */
  readonly globalSetup?: string[]
  /** How long a test may take. Default: a minute. */
  readonly testTimeout?: number
  /** How many files run side by side. Default: as many as Vitest chooses. */
  readonly maxWorkers?: number
  /** Each file gets modules of its own. Default: they share them, since no module here keeps state. */
  readonly isolate?: boolean
}

/** Returns the project of a package's tests that need no browser: units, properties, vectors, real sockets. */
export function unitTests(
  name: string,
  folder: string,
  overrides: Overrides = {},
): TestProjectInlineConfiguration {
  return project(name, folder, { include: ['{src,test}/**/*.test.ts'], ...overrides })
}

/** Returns the project of a package's tests in a real Chromium; what they open must have been built. */
export function browserTests(
  name: string,
  folder: string,
  overrides: Overrides = {},
): TestProjectInlineConfiguration {
  return project(name, folder, { include: ['e2e/**/*.test.ts'], ...overrides })
}

function project(name: string, folder: string, overrides: Overrides): TestProjectInlineConfiguration {
  return {
    root: join(root, folder),
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      isolate: false,
      // Properties, sockets, browsers: on a busy machine five seconds are not enough, and what never comes still fails.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      ...overrides,
      setupFiles: (overrides.setupFiles ?? []).map(file => join(root, folder, file)),
      globalSetup: (overrides.globalSetup ?? []).map(file => join(root, folder, file)),
    },
  }
}
