import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  resolve: { conditions: ['@orderwright/source', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: ['@orderwright/source', 'module', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/fake-chrome.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
})

export default config
