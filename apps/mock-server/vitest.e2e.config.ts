import type { ViteUserConfig } from 'vitest/config'

/** The page as it is published, in a real Chromium: the package must have been built. */
const config: ViteUserConfig = {
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One Chromium at a time: each wants a core of its own.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.reports/test-browser.json' }]],
  },
}

export default config
