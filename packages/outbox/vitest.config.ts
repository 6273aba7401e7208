import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  resolve: { conditions: ['@orderwright/source'] },
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
}

export default config
