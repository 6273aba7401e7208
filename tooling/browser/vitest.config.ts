import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test-browser.json' }]],
    // One Chromium at a time: each wants a core of its own.
    fileParallelism: false,
    testTimeout: 60_000,
  },
})

export default config
