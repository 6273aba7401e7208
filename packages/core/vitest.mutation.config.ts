import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The tests that judge mutants (`pnpm mutation`): of the engine alone, since what starts processes would judge each mutant by the clock. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'src/{money,rules,quote,solve,retail}/*.test.ts',
      'test/{vectors,solver,solver-properties,counted-lines}.test.ts',
    ],
    testTimeout: 60_000,
  },
})

export default config
