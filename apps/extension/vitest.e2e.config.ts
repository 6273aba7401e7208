import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Real Chromium; the extension must have been built. */
const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser on a busy machine takes its time; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    // Three at a time: each file has a browser and an upstream of its own, and both wait more than they work.
    maxWorkers: 3,
    // No module here keeps state, so files can share one.
    isolate: false,
    reporters: ['default', ['json', { outputFile: '.reports/test-browser.json' }]],
  },
})

export default config
