import { defineConfig, type UserConfigFnObject } from 'vite'

/**
 * Bundles that a user of the core would make, for `.size-limit.json`; the mode names the file in `src/bundles`. decimal.js is left out: the
 * core's numbers are its own.
 */
const config: UserConfigFnObject = defineConfig(({ mode }) => ({
  build: {
    target: 'es2023',
    outDir: `dist/${mode}`,
    rolldownOptions: {
      input: `src/bundles/${mode}.ts`,
      external: ['decimal.js'],
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
}))

export default config
