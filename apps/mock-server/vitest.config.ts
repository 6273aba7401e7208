import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  resolve: { conditions: ['@orderwright/source'] },
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    // No module here keeps state, so files can share one: starting one for each took most of the time.
    isolate: false,
    // Each file starts processes or servers, and machines that run everything at once are slow.
    testTimeout: 20_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
}

export default config
