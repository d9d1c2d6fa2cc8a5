import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as double from './electron.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types = readFileSync(`${root}node_modules/electron/electron.d.ts`, 'utf8')
const sources = globSync('electron/**/*.ts', { cwd: root })

/** What the application's main process takes from `electron`, types left out. */
function importedNames(text: string): string[] {
  const imports = text.matchAll(/import \{([^}]+)\} from 'electron'/g)
  return [...imports].flatMap(([, names = '']) => names.split(',').map((n) => n.trim()))
}

const used = sources.map((file) => {
  const text = readFileSync(root + file, 'utf8')
  return { file, text, names: importedNames(text).filter((n) => n !== '' && !n.startsWith('type ')) }
})

test.each(used.filter(({ names }) => names.length > 0))(
  'the double has what $file imports',
  ({ file, text, names }) => {
    if (file === 'electron/preload.ts') return
    for (const name of names) {
      expect(double, `${file} imports ${name}`).toHaveProperty(name)
      const thing = Object.entries(double).find(([key]) => key === name)?.[1]
      for (const [, member = ''] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) {
        expect(Object(thing)[member], `${file} uses ${name}.${member}`).not.toBeUndefined()
      }
    }
  },
)

test.each(Object.keys(double))("Electron's type definitions know %s", (name) => {
  expect(types).toMatch(new RegExp(`^ {4}(const|class) ${name}\\b`, 'm'))
})
