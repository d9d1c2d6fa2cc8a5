import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kindOf } from '../../tools/package/binary-kind.ts'
import { importsOf } from '../../tools/package/pe-imports.ts'
import { unmetImports } from '../../tools/package/windows-imports.ts'
import { wxs } from '../../tools/package/msi.ts'

/** The smallest file of Windows that asks for libraries: one section at 0x1000, which lies at 0x200 in the file. */
function program(...libraries: string[]): Buffer {
  const file = Buffer.alloc(0x800)
  file.write('MZ')
  file.writeUInt32LE(0x80, 0x3c)
  file.write('PE\0\0', 0x80, 'latin1')
  file.writeUInt16LE(0x8664, 0x84)
  file.writeUInt16LE(1, 0x86)
  file.writeUInt16LE(240, 0x94)
  file.writeUInt16LE(0x20b, 0x98)
  file.writeUInt32LE(0x1000, 0x98 + 112 + 8)
  const section = 0x98 + 240
  for (const [offset, value] of [
    [8, 0x600],
    [12, 0x1000],
    [16, 0x600],
    [20, 0x200],
  ] as const)
    file.writeUInt32LE(value, section + offset)
  libraries.forEach((name, i) => {
    file.writeUInt32LE(0x1200 + i * 0x40, 0x200 + i * 20 + 12)
    file.write(`${name}\0`, 0x400 + i * 0x40, 'latin1')
  })
  return file
}

describe('a program of Windows', () => {
  test('says which libraries it asks for', () => {
    const file = program('KERNEL32.dll', 'VCRUNTIME140.dll')
    expect(importsOf(file)).toEqual({ now: ['KERNEL32.dll', 'VCRUNTIME140.dll'], late: [] })
    expect(kindOf(file)).toBe('win32-x64')
  })

  test.each([
    ['nothing', ''],
    ['a script', '#!/bin/sh\necho MZ'],
    ['a program for DOS', `MZ${'\0'.repeat(100)}`],
  ])('is not %s', (_what, content) => {
    expect(importsOf(Buffer.from(content))).toBeNull()
    expect(kindOf(Buffer.from(content))).toBeNull()
  })
})

describe('the libraries that Windows looks for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corex-imports-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeAll(() => {
    mkdirSync(join(folder, 'bin'))
    mkdirSync(join(folder, 'lib'))
    writeFileSync(join(folder, 'bin/server.exe'), program('KERNEL32.dll', 'ours.dll', 'VCRUNTIME140.dll'))
    writeFileSync(join(folder, 'bin/OURS.DLL'), program('ADVAPI32.dll'))
    writeFileSync(join(folder, 'lib/extension.dll'), program('ours.dll', 'api-ms-win-crt-heap-l1-1-0.dll'))
    writeFileSync(join(folder, 'lib/native.node'), program('node.exe', 'other.dll'))
  })

  test('are found beside the program and in the system; what is not there is named, with who asks', () => {
    expect(Object.fromEntries(unmetImports(folder))).toEqual({
      'vcruntime140.dll': ['server.exe'],
      'other.dll': ['native.node'],
    })
  })

  test('are installed by the msi, each file once and under names that no version changes', () => {
    const source = wxs(folder, '1.2.3', 'icon.ico')
    expect(source.match(/<File /g)).toHaveLength(4)
    expect(source.match(/<ComponentRef /g)).toHaveLength(2)
    expect(wxs(folder, '1.2.4', 'icon.ico').replace('1.2.4', '1.2.3')).toBe(source)
  })
})
