import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { closingLine } from './tooling/vitest/src/closing-line.ts'
import { browserTests, unitTests } from './tooling/vitest/src/preset.ts'

/** Every test of the repository. A package's script runs its own projects, so that turbo knows what has not changed. */
const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['default', closingLine],
    projects: [
      unitTests('core', 'packages/core'),
      unitTests('client', 'packages/client'),
      unitTests('outbox', 'packages/outbox'),
      unitTests('outbox-sqlite', 'packages/outbox-sqlite'),
      unitTests('outbox-postgres', 'packages/outbox-postgres', { globalSetup: ['test/start-cluster.ts'] }),
      unitTests('mock-server', 'apps/mock-server'),
      unitTests('extension', 'apps/extension', { setupFiles: ['test/fake-chrome.ts'] }),
      unitTests('bench', 'tooling/bench'),
      unitTests('e2e', 'tooling/e2e', { include: ['src/{front,popup,stage,demo,campaign}/**/*.test.ts'] }),
      unitTests('setup', 'tooling/setup'),
      unitTests('vitest', 'tooling/vitest'),
      unitTests('messages', 'tooling/messages'),
      unitTests('checks', 'tooling/checks', { include: ['src/**/*.test.ts'] }),
      unitTests('repository', 'tooling/checks', { include: ['repository/**/*.test.ts'] }),
      unitTests('packed', 'tooling/checks', { include: ['packed/**/*.test.ts'] }),
      // One Chromium at a time: each wants a core of its own.
      browserTests('browser', 'tooling/e2e', {
        include: ['src/browser/*.test.ts'],
        maxWorkers: 1,
        isolate: true,
      }),
      browserTests('mock-server-browser', 'apps/mock-server', { maxWorkers: 1, isolate: true }),
      // Three at a time: each file has a browser and an upstream of its own, and both wait more than they work.
      browserTests('extension-browser', 'apps/extension', { maxWorkers: 3 }),
      // The one that builds an extension of its own first, beside the one with the many cases.
      browserTests('campaign', 'tooling/e2e', {
        maxWorkers: 2,
        isolate: true,
        testTimeout: 120_000,
      }),
    ],
  },
})

export default config
