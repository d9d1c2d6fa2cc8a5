import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOptions } from '../../electron/scanners/sane/device-options.ts'
import { impatientTeller, wishOf } from '../support/scanners.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const version = spawnSync('scanimage', ['--version'], { encoding: 'utf8' })
/** SANE's own test backend is the scanner; Debian and its like have it in the package sane-utils. */
const missing = version.status === 0 ? null : 'scanimage is not installed (package sane-utils)'

/**
 * A program before the real one that ends each scan with this status of sane.h. The test backend itself can be told to fail, but then ends its own
 * reader wherever that is at the moment, and one time in twenty waits for it for ever.
 */
function failing(folder: string, status: number): string {
  const program = join(folder, 'scanimage')
  const real = spawnSync('sh', ['-c', 'command -v scanimage'], { encoding: 'utf8' }).stdout.trim()
  writeFileSync(program, `#!/bin/sh\ncase "$*" in *--format=*) exit ${status};; esac\nexec ${real} "$@"\n`, {
    mode: 0o755,
  })
  return `${folder}:${process.env['PATH']}`
}

/** What a scan with SANE's test backend gives, or one that ends with this status. */
async function scan(source: 'FLATBED' | 'FEEDER', status: number | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'corex-sane-'))
  try {
    writeFileSync(join(folder, 'dll.conf'), 'test\n')
    writeFileSync(
      join(folder, 'test.conf'),
      'number_of_devices 1\nresolution_min 1.0\nresolution_max 100.0\n',
    )
    const env = { ...process.env, SANE_CONFIG_DIR: folder }
    const path = status === null ? {} : { PATH: failing(folder, status) }
    const { ask } = impatientTeller(workplace, {}, { ...env, ...path })
    const found = await ask('scanners.discover', { where: 'COMPUTER' })
    const address = found.ok ? (found.value.found[0]?.address ?? '') : ''
    const added = await ask('scanners.add', { address, fingerprint: null })
    if (!added.ok) return added.error.code
    const answer = await ask('scanners.scan', wishOf(added.value.id, { source }))
    // One that is known is not offered any more.
    await ask('scanners.remove', { scannerId: added.value.id })
    if (!answer.ok) return answer.error.code
    return `${answer.value.pages.length} of ${answer.value.pages[0]?.width} ${answer.value.stopped ?? 'and no more'}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(missing !== null)(`SANE's test backend through scanimage ${missing ?? ''}`, () => {
  test('gives the ten pages of its feeder, and leaves nothing behind', async () => {
    expect(await scan('FEEDER')).toMatch(/^10 of \d{3,4} and no more$/)
    expect(readdirSync('/dev/shm').filter((name) => name.startsWith('corex-scan-'))).toEqual([])
  })

  test('gives one page of its glass', async () => {
    expect(await scan('FLATBED')).toMatch(/^1 of \d{3,4} and no more$/)
  })

  test.each([
    ['SANE_STATUS_JAMMED', 'SCANNER_JAMMED', 6],
    ['SANE_STATUS_COVER_OPEN', 'SCANNER_COVER_OPEN', 8],
    ['SANE_STATUS_NO_DOCS', 'SCANNER_NO_DOCUMENT', 7],
    ['SANE_STATUS_DEVICE_BUSY', 'SCANNER_BUSY', 3],
    ['SANE_STATUS_IO_ERROR', 'SCANNER_GONE', 9],
    ['SANE_STATUS_INVAL', 'SCANNER_FAILED', 4],
  ])('that says %s is %s, from the glass and from the feeder', async (_name, code, status) => {
    expect([await scan('FLATBED', status), await scan('FEEDER', status)]).toEqual([code, code])
  })
})

test('a scanner that no driver lists is not one, whatever its name is', async () => {
  const { ask } = impatientTeller(workplace, {}, { ...process.env, PATH: '/nowhere' })
  for (const address of ['sane:pnm:/etc/passwd', 'sane:', 'sane:--help'])
    expect(await ask('scanners.add', { address, fingerprint: null })).toMatchObject({
      error: { code: 'SCANNER_UNREACHABLE' },
    })
})

test('what a driver says of a scanner is its sources, colours and resolutions', () => {
  const text = `
All options specific to device \`fujitsu:fi-7160:1\`:
  Scan Mode:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
`
  expect(readOptions(text)).toMatchObject([
    { source: 'FEEDER', option: 'ADF Front', colours: ['COLOUR', 'GREY'], resolutions: [200, 300, 600] },
    { source: 'DUPLEX', option: 'ADF Duplex' },
  ])
  expect(readOptions('    --resolution 1..100dpi (in steps of 1) [1]')).toMatchObject([
    { resolutions: [100] },
  ])
  expect(readOptions('    --resolution 75|150|300dpi [75]\n    --mode Grayscale [Grayscale]')).toMatchObject([
    { source: 'FLATBED', option: null, colours: ['GREY'], resolutions: [300] },
  ])
})
