import { build, type InlineConfig, mergeConfig } from 'vite'

/** As much of Vite's plugins as this one is. */
type Context = {
  emitFile: (file: { type: 'asset'; fileName: string; source: string | Uint8Array }) => void
  addWatchFile: (file: string) => void
}

/**
 * Bundles programs beside the main process's bundle, each for itself: a file that is started by its own path, out of the archive or
 * beside it, carries what it needs and shares nothing with another. electron-vite can do so for preload scripts only.
 */
export const wholePrograms = (programs: Readonly<Record<string, string>>, settings: InlineConfig) => ({
  name: 'whole-programs',
  async buildStart(this: Context) {
    for (const [name, input] of Object.entries(programs)) {
      const one = {
        configFile: false,
        logLevel: 'warn',
        build: { write: false, rollupOptions: { input: { [name]: input } } },
      } as const
      const built = await build(mergeConfig(settings, one))
      for (const { output } of [built].flat().filter((result) => 'output' in result))
        for (const file of output) {
          this.emitFile({
            type: 'asset',
            fileName: file.fileName,
            source: file.type === 'chunk' ? file.code : file.source,
          })
          if (file.type === 'chunk')
            for (const id of file.moduleIds) if (!id.startsWith('\0')) this.addWatchFile(id)
        }
    }
  },
})
