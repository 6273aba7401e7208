import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  resolve: { conditions: ['@orderwright/source'] },
  ssr: { resolve: { conditions: ['@orderwright/source'] } },
  test: {
    // No module here keeps state, so files can share one: starting one for each took most of the time.
    isolate: false,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // A property runs hundreds of cases; on a busy machine five seconds are not enough for them.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
}

export default config
