import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{src,packed,repository}/**/*.test.ts'],
    // Packing, type-checking, a browser: on a busy machine five seconds are not enough for them.
    testTimeout: 60_000,
    reporters: ['default', 'json'],
    // Each script names its own report with --outputFile.json.
    outputFile: { json: '.reports/test.json' },
  },
})

export default config
