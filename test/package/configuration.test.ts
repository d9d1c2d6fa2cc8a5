import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What the packages are told, where a wrong word would be seen only on somebody's computer. */

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const builder = read('electron-builder.yml')

const folders = (list: string, between: string) =>
  [...new Set(list.split(between).map((name) => name.replace(/\/.*$/, '')))].toSorted()
const said = (...args: string[]) => execFileSync('dpkg-deb', args, { encoding: 'utf8' })

describe('the packages', () => {
  test('publish nothing and ask nobody for updates', () => {
    expect(builder).toMatch(/^publish: null$/m)
    expect(read('package.json')).not.toContain('electron-updater')
  })

  test('are made for the machine, and leave its data there', () => {
    expect(builder.match(/^ {2}perMachine: true$/gm)).toHaveLength(2)
    expect(builder).toMatch(/^ {2}deleteAppDataOnUninstall: false$/m)
  })

  test('are no AppImage, whose entry in the desktop starts without the sandbox', () => {
    expect(builder).not.toMatch(/AppImage|no-sandbox/)
  })

  test('have one upgrade code on Windows, whichever program makes the msi', () => {
    const [, code = ''] = /const UPGRADE_CODE = '([0-9A-F-]{36})'/.exec(read('tools/package/msi.ts')) ?? []
    expect(builder).toContain(`upgradeCode: '{${code}}'`)
  })

  test('hold of other packages only what is not in the bundles', () => {
    const [, named = ''] = /^ {2}- '!node_modules\/!\(([^)]+)\)/m.exec(builder) ?? []
    const [, shipped = ''] = /const SHIPPED =\s+'\{([^}]+)\}'/.exec(read('tools/package/components.ts')) ?? []
    expect(folders(named, '|').filter((name) => name !== '@hyzyla')).toEqual(
      folders(shipped, ',').filter((name) => name !== '@hyzyla'),
    )
  })
})

test.skipIf(spawnSync('dpkg-deb', ['--version']).status !== 0)(
  'a deb is made of what electron-builder hands over: a path with a space, scripts for removal only',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'corex-deb-'))
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    try {
      mkdirSync(join(folder, 'app'))
      write('app/program', 'content')
      const file = join(folder, 'made.deb')
      const installed = write('in', '#!/bin/bash\ntrue\n')
      const removed = write('out', '#!/bin/bash\nrm x\n')
      const options = `-s dir --force -t deb -d one -d two --deb-compression none --architecture amd64 --name teller --version 1.2~beta
        --deb-priority optional --license MIT --vendor A --url https://b.example/ --after-install ${installed} --after-remove ${removed}`
      const words = [
        '--description',
        'In short\n At length',
        '--maintainer',
        'A <a@b.example>',
        '--package',
        file,
      ]
      const args = [...options.split(/\s+/), ...words, `${folder}/app/=/opt/A Teller`]
      execFileSync(process.execPath, [join(root, 'tools/package/fpm.ts'), ...args])
      expect(said('--field', file)).toMatch(
        /^Version: 1\.2~beta\n[^]*^Depends: one, two$[^]*^Description: In short\n At length$/m,
      )
      expect(said('--contents', file)).toMatch(/-rw-r--r-- root\/root .* \.\/opt\/A Teller\/program$/m)
      expect(said('--info', file, 'postrm')).toBe(
        '#!/bin/bash\n[ "$1" = remove ] || [ "$1" = purge ] || exit 0\nrm x\n',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
