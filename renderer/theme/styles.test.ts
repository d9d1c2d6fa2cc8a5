import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Styles stand beside what they style: what the compiler does not know about CSS modules is checked here. */

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const files = (pattern: string) => globSync(pattern, { cwd: root })

const sheets = files('**/*.css').map((file) => ({
  file,
  css: read(file).replaceAll(/\/\*[^]*?\*\//g, ''),
}))
const modules = sheets.filter(({ file }) => file.endsWith('.module.css'))
const components = files('**/*.tsx').map((file) => ({ file, text: read(file) }))

/** What stands before a brace: selectors, without conditions such as @media, and without Mantine's own classes. */
const selectorsOf = (css: string) =>
  [...css.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((text) => !text.startsWith('@'))
const classesOf = (css: string) =>
  new Set(
    selectorsOf(css)
      .flatMap((selector) => [
        ...selector.replaceAll(/:global\([^)]*\)/g, '').matchAll(/\.([a-zA-Z][\w-]*)/g),
      ])
      .map(([, name = '']) => name),
  )

type Use = {
  readonly file: string
  readonly module: string
  readonly name: string
  readonly used: readonly string[]
}

/** Each import of a module with the classes that are read from it. */
const uses: readonly Use[] = components.flatMap(({ file, text }) =>
  [...text.matchAll(/^import (\w+) from '([^']+\.module\.css)'$/gm)].map(([, name = '', from = '']) => ({
    file,
    name,
    module: relative(root, join(root, dirname(file), from)),
    used: [...text.matchAll(new RegExp(`(?<![\\w.'/-])${name}\\.(\\w+)`, 'g'))].map(([, used = '']) => used),
  })),
)

test('there are no global styles but those of the theme', () => {
  const global = sheets.filter((sheet) => !modules.includes(sheet)).map(({ file }) => file)
  expect(global.toSorted()).toEqual(['theme/base.css', 'theme/theme-variables.css'])
  const importers = components.filter(({ text }) => /import '[^']+\.css'/.test(text)).map(({ file }) => file)
  expect(importers).toEqual(['main.tsx'])
})

test('every class that is used is in its module, and every class of a module is used', () => {
  const used = uses.flatMap((use) => use.used.map((name) => `${use.module} ${name}`))
  const written = modules.flatMap(({ file, css }) => [...classesOf(css)].map((name) => `${file} ${name}`))
  expect([...new Set(used)].toSorted()).toEqual(written.toSorted())
})

test('a class is never looked up by a computed name nor written as text, so that the test above sees all', () => {
  const computed = uses.filter(({ file, name }) =>
    new RegExp(`(?<![\\w.])${name}(\\?\\.)?\\[`).test(read(file)),
  )
  expect(computed.map(({ file, name }) => `${file} ${name}`)).toEqual([])
  expect(components.filter(({ text }) => /className=\{?["'`]/.test(text)).map(({ file }) => file)).toEqual([])
})

test('the name of a class is a word of four letters or more', () => {
  const names = modules.flatMap(({ file, css }) => [...classesOf(css)].map((name) => ({ file, name })))
  expect(names.filter(({ name }) => !/^[a-z][a-zA-Z]{3,}$/.test(name))).toEqual([])
})

test('only the theme selects classes of Mantine; a module does so within a class of its own', () => {
  const base = sheets.find(({ file }) => file === 'theme/base.css')
  const own = [...classesOf(base?.css ?? '')].filter((name) => !name.startsWith('mantine-'))
  expect(own).toEqual([])
  const unscoped = modules.flatMap(({ file, css }) =>
    selectorsOf(css)
      .filter(
        (selector) =>
          selector.includes(':global') && !/^\.\w+[^,]* :global\(\.mantine-[\w-]+\)[^,]*$/.test(selector),
      )
      .map((selector) => `${file} ${selector}`),
  )
  expect(unscoped).toEqual([])
})

const LAYERS: Readonly<Record<string, string>> = { theme: 'theme', components: 'components' }
const layerOf = (file: string) => LAYERS[file.split('/')[0] ?? '']

test('the modules of theme/ and components/ stand in the layer of their name, all others in none', () => {
  const wrong = modules.filter(({ file, css }) => {
    const layer = layerOf(file)
    const opened = css.split('\n').filter((line) => /^[^\s}]/.test(line))
    return layer === undefined ? css.includes('@layer') : opened.some((line) => line !== `@layer ${layer} {`)
  })
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('no element has the classes of two modules that no layer puts in order', () => {
  const fights = components.flatMap(({ file, text }) => {
    const moduleOf = new Map(uses.filter((use) => use.file === file).map((use) => [use.name, use.module]))
    return [...text.matchAll(/classes\(([^)]*)\)/g)]
      .filter(([, names = '']) => {
        const taken = [...names.matchAll(/(\w+)\.\w+/g)].flatMap(([, name = '']) => moduleOf.get(name) ?? [])
        const ordered = [...new Set(taken)].filter((module) => layerOf(module) !== 'theme').map(layerOf)
        return new Set(ordered).size !== ordered.length
      })
      .map(([call]) => `${file} ${call}`)
  })
  expect(fights).toEqual([])
})

test('a class is called by its folder, its module and its name, which no two have in common', () => {
  const called = modules.map(({ file }) => `${basename(dirname(file))}-${basename(file)}`)
  expect(called).toEqual([...new Set(called)])
})

test('fields and tick boxes are bordered in the colour that every eye sees against the ground', () => {
  const base = read('theme/base.css')
  for (const control of ['.mantine-Input-input {', '.mantine-Checkbox-input:not(:checked) {']) {
    const rule = base.slice(base.indexOf(control)).split('}')[0]
    expect(rule, control).toContain('border-color: var(--x-control)')
  }
})
