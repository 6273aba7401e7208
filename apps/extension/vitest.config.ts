import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/fake-chrome.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
})

export default config
