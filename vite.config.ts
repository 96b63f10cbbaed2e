import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** react-aria brings its words in 34 languages, none of them ours; src/web/ui/aria-texts.ts gives it the two that count. */
function withoutForeignWords(): Plugin {
  return {
    name: 'without-foreign-words',
    enforce: 'pre',
    load: (id) =>
      /\/react-(aria|stately|aria-components)\/dist\/private\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
        ? 'export default null'
        : null,
  }
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), withoutForeignWords()],
  resolve: { alias: { zod: fileURLToPath(new URL('src/web/platform/schema-outline.ts', import.meta.url)) } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Windows 7 and 8.1, which schools still run, stop at these.
    target: ['chrome109', 'firefox115', 'safari16'],
    // Fonts and icons as data: addresses are refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What changes with a new version of a package only, kept by the browser over our own releases.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack)\/|platform\/older-browsers/,
            },
          ],
        },
      },
    },
  },
})
