import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{src,packed,repository}/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/test.json' }]],
  },
})

export default config
