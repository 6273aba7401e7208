import { defineConfig, type UserConfig } from 'vite'

/** Builds the page at `/__mock/` beside the compiled server, with all that it is made of: the package gains no dependency. */
const config: UserConfig = defineConfig({
  root: 'src/admin/page',
  // The page stands below a path.
  base: './',
  build: {
    outDir: '../../../dist/admin/page',
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the page takes no data: URLs.
    assetsInlineLimit: 0,
    // One module has nothing to load ahead.
    modulePreload: false,
    // Whoever has the package has the licences of what is in it.
    license: { fileName: 'third-party-notices.md' },
    rollupOptions: {
      // A browser asks again for each of them, so a hash in the name would serve nothing.
      output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
    },
  },
})

export default config
