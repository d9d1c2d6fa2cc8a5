/** Which libraries a program or library of Windows asks for, read from its import tables. */
export type Imports = { readonly now: readonly string[]; readonly late: readonly string[] }

const PE32_PLUS = 0x20b
const IMPORT_TABLE = 1
const DELAY_TABLE = 13
const SECTION = 40

type Section = { readonly start: number; readonly size: number; readonly at: number }

/** Where an address in memory lies in the file. */
function offsetOf(sections: readonly Section[], address: number): number | null {
  const section = sections.find(({ start, size }) => address >= start && address < start + size)
  return section === undefined ? null : section.at + address - section.start
}

function textAt(file: Buffer, at: number): string {
  return file.toString('latin1', at, file.indexOf(0, at))
}

/** The names in a table of descriptors of `size` bytes, whose name's address is at `name`; it ends with an empty one. */
function namesIn(
  file: Buffer,
  sections: readonly Section[],
  table: number,
  size: number,
  name: number,
): string[] {
  const names: string[] = []
  const begin = table === 0 ? null : offsetOf(sections, table)
  for (let at = begin ?? file.length; at + size <= file.length; at += size) {
    const where = offsetOf(sections, file.readUInt32LE(at + name))
    if (where === null) break
    names.push(textAt(file, where))
  }
  return names
}

function sectionsOf(file: Buffer, at: number, count: number): Section[] {
  return Array.from({ length: count }, (_, i) => {
    const field = (offset: number): number => file.readUInt32LE(at + i * SECTION + offset)
    return { start: field(12), size: Math.max(field(8), field(16)), at: field(20) }
  })
}

/** null: it is no such file. */
export function importsOf(file: Buffer): Imports | null {
  if (file.length < 64 || file.toString('latin1', 0, 2) !== 'MZ') return null
  const header = file.readUInt32LE(0x3c)
  if (header + 24 > file.length || file.toString('latin1', header, header + 4) !== 'PE\0\0') return null
  const optional = header + 24
  const directories = optional + (file.readUInt16LE(optional) === PE32_PLUS ? 112 : 96)
  const sections = sectionsOf(file, optional + file.readUInt16LE(header + 20), file.readUInt16LE(header + 6))
  const table = (directory: number): number => file.readUInt32LE(directories + directory * 8)
  return {
    now: namesIn(file, sections, table(IMPORT_TABLE), 20, 12),
    late: namesIn(file, sections, table(DELAY_TABLE), 32, 4),
  }
}
