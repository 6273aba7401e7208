import { crx } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type UserConfigFnObject } from 'vite'
import manifest from './manifest.config.ts'

const config: UserConfigFnObject = defineConfig(({ mode }) => ({
  plugins: [preact(), crx({ manifest })],
  resolve: { conditions: ['@orderwright/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: mode === 'loopback' ? 'dist-loopback' : 'dist',
    target: 'chrome129',
    emptyOutDir: true,
    // The policy of the pages takes no data: URLs.
    assetsInlineLimit: 0,
    // The preload helper is there for old browsers, and an extension's files are local.
    modulePreload: false,
    // Whoever has the extension has the licences of what is in it.
    license: { fileName: 'third-party-notices.md' },
    // The pages that the manifest does not name.
    rollupOptions: {
      input: {
        welcome: 'src/screens/welcome.html',
        isolation: 'src/isolation/isolation.html',
        frame: 'src/isolation/frame.html',
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
}))

export default config
