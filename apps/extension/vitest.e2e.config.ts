import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Real Chromium; the extension must have been built. */
const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One Chromium at a time: each wants a core of its own, and the rest is the mock's.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.reports/test-browser.json' }]],
  },
})

export default config
