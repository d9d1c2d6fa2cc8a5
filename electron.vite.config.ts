import react from '@vitejs/plugin-react'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { defineConfig } from 'electron-vite'

/** The commit that is built, for the record of every session; a copy without its history has none. */
function commit(): string {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio }).trim()
  } catch {
    return 'unknown'
  }
}

/** The parameters of the reader's network, beside the studio that reads them. */
const weights = {
  name: 'weights',
  generateBundle(this: { emitFile: (file: EmittedFile) => void }) {
    const source = readFileSync('electron/reading/mrz/weights.bin')
    this.emitFile({ type: 'asset', fileName: 'weights.bin', source })
  },
}
type EmittedFile = { readonly type: 'asset'; readonly fileName: string; readonly source: Uint8Array }

// Main stays ESM, the preload must be CommonJS: a sandboxed window loads no ES modules before the page.
export default defineConfig({
  main: {
    plugins: [weights],
    define: { COREX_COMMIT: JSON.stringify(commit()) },
    build: {
      rollupOptions: {
        // The studio is a process and the last three are threads: each runs from a file of its own, and carries what it needs.
        input: {
          main: 'electron/main.ts',
          corex: 'cli/corex.ts',
          studio: 'electron/studio/studio.ts',
          'check-pdf': 'electron/studio/check/check-pdf.ts',
          'watch-memory': 'electron/studio/watch-memory.ts',
          'backup-thread': 'electron/backup/backup-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: 'electron/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    css: { modules: { generateScopedName: '[folder]-[name]__[local]' } },
    build: {
      rollupOptions: {
        input: 'renderer/index.html',
        // The PDF worker looks for its decoders by their own names.
        output: {
          assetFileNames: ({ names }) =>
            names.some((name) => name.includes('_nowasm_'))
              ? 'assets/[name][extname]'
              : 'assets/[name]-[hash][extname]',
        },
      },
      minify: true,
      assetsInlineLimit: 0, // data: URLs would need a hole in the content security policy
      modulePreload: { polyfill: false },
      target: 'chrome140',
    },
  },
})
