/**
 * ICU's data file as PostgreSQL brings it: a header, a table of names and places, and the items, each on a multiple of 16 bytes.
 * A smaller one holds fewer items; whoever asks ICU for one of the others is told that it is not there.
 */

const MAGIC = 'CmnD'
/** From the start of the data to these letters. */
const MAGIC_AT = 12
const ENTRY = 8
const ALIGNMENT = 16

type Item = { readonly name: string; readonly content: Buffer }

/** Where ICU's data begins in a library that holds it. */
export function icuDataAt(library: Buffer): number {
  const at = library.indexOf(MAGIC) - MAGIC_AT
  if (at < 0) throw new Error('This library holds no data of ICU')
  return at
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT

export function itemsOf(table: Buffer): Item[] {
  const count = table.readUInt32LE(0)
  const placeOf = (index: number): number =>
    index < count ? table.readUInt32LE(4 + index * ENTRY + 4) : table.length
  return Array.from({ length: count }, (_, index) => {
    const at = table.readUInt32LE(4 + index * ENTRY)
    const name = table.toString('latin1', at, table.indexOf(0, at))
    return { name, content: table.subarray(placeOf(index), placeOf(index + 1)) }
  })
}

function tableOf(items: readonly Item[]): Buffer {
  const names = items.map(({ name }) => Buffer.from(`${name}\0`, 'latin1'))
  const head = Buffer.alloc(4 + items.length * ENTRY)
  head.writeUInt32LE(items.length, 0)
  let nameAt = head.length
  let contentAt = aligned(head.length + Buffer.concat(names).length)
  const parts: Buffer[] = [Buffer.alloc(contentAt)]
  items.forEach(({ content }, index) => {
    head.writeUInt32LE(nameAt, 4 + index * ENTRY)
    head.writeUInt32LE(contentAt, 4 + index * ENTRY + 4)
    nameAt += names[index]?.length ?? 0
    contentAt += aligned(content.length)
    parts.push(Buffer.concat([content], aligned(content.length)))
  })
  const table = Buffer.concat(parts)
  Buffer.concat([head, ...names]).copy(table)
  return table
}

/** The same data with the items of which `keeps` says so; names come as `coll/de.res`, without the version's folder. */
export function fewerItems(data: Buffer, keeps: (name: string) => boolean): Buffer {
  const head = data.subarray(0, data.readUInt16LE(0))
  const kept = itemsOf(data.subarray(head.length)).filter(({ name }) =>
    keeps(name.slice(name.indexOf('/') + 1)),
  )
  return Buffer.concat([head, tableOf(kept)])
}
