import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { macImportsOf, unmetMacImports } from '../../tools/package/mac-imports.ts'

const LIBRARY = 0xc
const OWN_NAME = 0xd
const PLACE = 0x8000001c

/** The smallest file of macOS that has these commands. */
function program(...commands: readonly (readonly [command: number, text: string])[]): Buffer {
  const head = Buffer.alloc(64)
  head.writeUInt32BE(0xcffaedfe)
  head.writeUInt32LE(0x0100000c, 4)
  head.writeUInt32LE(commands.length, 16)
  const bodies = commands.map(([command, text]) => {
    const body = Buffer.alloc(24 + Math.ceil((text.length + 1) / 8) * 8)
    body.writeUInt32LE(command)
    body.writeUInt32LE(body.length, 4)
    body.writeUInt32LE(24, 8)
    body.write(text, 24)
    return body
  })
  return Buffer.concat([head.subarray(0, 32), ...bodies, head.subarray(32)])
}

function universal(...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(512)
  head.writeUInt32BE(0xcafebabe)
  head.writeUInt32BE(parts.length, 4)
  let at = head.length
  parts.forEach((part, i) => {
    head.writeUInt32BE(at, 16 + i * 20)
    head.writeUInt32BE(part.length, 20 + i * 20)
    at += part.length
  })
  return Buffer.concat([head, ...parts])
}

const folder = mkdtempSync(join(tmpdir(), 'corex-mac-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a program of macOS says which libraries it asks for, for each processor', () => {
  const first = program([OWN_NAME, '/built/here.dylib'], [LIBRARY, '@loader_path/a.dylib'])
  const second = program([LIBRARY, '@loader_path/b.dylib'], [PLACE, '@loader_path/lib'])
  expect(macImportsOf(universal(first, second))).toEqual({
    libraries: ['@loader_path/a.dylib', '@loader_path/b.dylib'],
    places: ['@loader_path/lib'],
  })
})

test('what macOS would not find is named: neither of the system, nor beside the asker, nor under a link', () => {
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'lib'))
  writeFileSync(join(folder, 'lib/ours.1.2.dylib'), program([LIBRARY, '/opt/someone/perl.dylib']))
  symlinkSync('ours.1.2.dylib', join(folder, 'lib/ours.dylib'))
  const asks = [
    '/usr/lib/libSystem.B.dylib',
    '@loader_path/../lib/ours.dylib',
    '@rpath/ours.dylib',
    '@rpath/lost.dylib',
    '@loader_path/lost.dylib',
  ].map((name) => [LIBRARY, name] as const)
  writeFileSync(join(folder, 'bin/server'), program(...asks, [PLACE, '@loader_path/../lib']))
  expect(unmetMacImports(folder)).toEqual([
    'bin/server asks for @rpath/lost.dylib',
    'bin/server asks for @loader_path/lost.dylib',
    'lib/ours.1.2.dylib asks for /opt/someone/perl.dylib',
  ])
})
