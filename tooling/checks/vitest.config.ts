import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{src,packed,repository}/**/*.test.ts'],
    reporters: ['default', 'json'],
    // Each script names its own report with --outputFile.json.
    outputFile: { json: '.reports/test.json' },
  },
})

export default config
