import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Component } from '../../tools/package/components.ts'
import { SENTINEL, wrongFuses } from '../../tools/package/fuses.ts'
import { icns, ico, makeIcons } from '../../tools/package/icons.ts'
import { withoutLicence } from '../../tools/package/notices.ts'
import { billOfMaterials } from '../../tools/package/sbom.ts'
import { TARGETS } from '../../tools/package/target.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'corex-parts-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the fuses of an executable', () => {
  const executable = join(folder, 'electron')
  const holding = (version: number, wire: string) => {
    writeFileSync(
      executable,
      Buffer.concat([Buffer.from(`x${SENTINEL}`), Buffer.from([version, wire.length]), Buffer.from(wire)]),
    )
    return wrongFuses(executable)
  }

  test('are as the package wants them, or named', () => {
    expect(holding(1, '010011001')).toEqual([])
    expect(holding(1, '110011001')).toEqual(['run as Node is 1'])
    expect(holding(1, '0100')).toEqual(
      expect.arrayContaining(['integrity of the archive is missing', 'only from the archive is missing']),
    )
    expect(holding(2, '010011001')).toEqual(['fuses of version 2, which nobody here knows'])
  })

  test('are read at each place, and missed where there are none', () => {
    const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('01001100')])
    const open = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('11001100')])
    writeFileSync(executable, Buffer.concat([wire, open]))
    expect(wrongFuses(executable)).toEqual(['run as Node is 1'])
    writeFileSync(executable, '#!/bin/sh\n')
    expect(wrongFuses(executable)).toEqual(['the executable has no fuses'])
  })
})

test('the icons are drawn for each system in its own format', async () => {
  await makeIcons(join(root, 'packaging/icon.svg'), folder)
  const windows = readFileSync(join(folder, 'icon.ico'))
  expect([windows.readUInt16LE(2), windows.readUInt16LE(4)]).toEqual([1, 7])
  const mac = readFileSync(join(folder, 'icon.icns'))
  expect([mac.toString('latin1', 0, 4), mac.readUInt32BE(4)]).toEqual(['icns', mac.length])
  expect(
    ico(new Map([[16, Buffer.from('png')]]))
      .subarray(-3)
      .toString(),
  ).toBe('png')
  expect(icns(new Map([[16, Buffer.from('png')]])).includes('icp4')).toBe(true)
})

const part = (facts: Partial<Component>): Component => ({
  name: 'part',
  version: '1.0.0',
  licence: 'MIT',
  text: 'Copyright',
  kind: 'npm',
  ...facts,
})

describe('what others made', () => {
  test('is not given on without a licence and its text', () => {
    expect(withoutLicence([part({}), part({ kind: 'inside', text: '' })])).toEqual([])
    expect(withoutLicence([part({ licence: null })])).toEqual(['part 1.0.0 has no licence'])
    expect(withoutLicence([part({ text: '' })])).toEqual(['part 1.0.0 brings no text of its licence'])
  })

  test('is listed for programs, with the name by which its faults are known', () => {
    const [target] = TARGETS
    if (target === undefined) throw new Error('There are no targets')
    const bill = billOfMaterials({ name: 'corex-teller', version: '1.0.0' }, '45.4.1', target, [
      part({ name: '@scope/part' }),
      part({ name: 'OpenSSL', kind: 'native', licence: 'in words of its own', version: null }),
    ])
    const [electron, npm, native] = bill.components
    expect(electron?.purl).toBe('pkg:npm/electron@45.4.1')
    expect(npm).toMatchObject({ purl: 'pkg:npm/%40scope/part@1.0.0', licenses: [{ license: { id: 'MIT' } }] })
    expect(native).toMatchObject({
      name: 'OpenSSL',
      licenses: [{ license: { name: 'in words of its own' } }],
    })
    expect(native).not.toHaveProperty('purl')
  })
})
