import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** As much of Vite's plugins as this one is. */
type Context = { getModuleIds: () => Iterable<string> }
type Bundle = Record<string, { type: string; name?: string | undefined; originalFileNames?: string[] }>

/** Where each build leaves the list of what it was made of, a file a bundle. */
export const BUNDLED = '.cache/bundled'

const byText = (a: string, b: string): number => a.localeCompare(b)
const inPackage = (file: string): boolean => file.includes('node_modules/') && !file.startsWith('\0')

/**
 * Writes down which files of other people's packages went into each bundle: code by the graph of modules, and what styles load,
 * fonts for one, by the files' names. The package's notices are made from these lists.
 */
export const bundledModules = () => ({
  name: 'bundled-modules',
  generateBundle(this: Context, _options: unknown, bundle: Bundle) {
    const files = Object.values(bundle)
    const name = files.find(({ type, name: entry }) => type === 'chunk' && entry !== undefined)?.name
    if (name === undefined || name.includes('virtual')) return // the entry under which electron-vite builds the others
    const loaded = files.flatMap(({ originalFileNames = [] }) => originalFileNames)
    const ids = [...this.getModuleIds(), ...loaded].filter(inPackage).map((id) => id.replace(/\?.*$/, ''))
    mkdirSync(BUNDLED, { recursive: true })
    writeFileSync(
      join(BUNDLED, `${name}.json`),
      `${JSON.stringify([...new Set(ids)].sort(byText), null, 1)}\n`,
    )
  },
})
