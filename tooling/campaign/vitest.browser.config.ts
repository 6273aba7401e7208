import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Real Chromium; the extension must have been built. */
const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 120_000,
    // The one that builds an extension of its own first, beside the one with the many trials.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.reports/test-browser.json' }]],
  },
})

export default config
