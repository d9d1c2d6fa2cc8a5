import { readCsv } from '../../../shared/rules/read-csv.ts'
import { growingList, type ListedEntry, type ReadList } from './listed-entry.ts'
import { yearsOfBirths } from './listed-births.ts'

/** OFAC’s files end with it, as those of CP/M did. */
const END_OF_FILE = String.fromCharCode(26)
/** How OFAC writes that there is nothing. */
const NOTHING = '-0-'
const valueOf = (cell: string | undefined) => (cell === undefined || cell === NOTHING ? '' : cell)

/** `SURNAME, Given` as a person's name is said. */
export const inOrder = (name: string): string => name.replace(/^([^,]+), (.+)$/, '$2 $1')

/** What the remarks say of a person: births, and the nicknames that OFAC calls weak aliases and writes there in quotation marks. */
const birthsIn = (remarks: string) =>
  [...remarks.matchAll(/\bDOB ([^;]+)/g)].map(([, birth = '']) => birth.replace(/\.$/, ''))
const weakIn = (remarks: string) =>
  [...remarks.matchAll(/\ba\.k\.a\. ['"]([^;]+?)['"](?=[;.]|$)/g)].map(([, name = '']) => ({
    name,
    weak: true,
  }))

type Aliases = ReadonlyMap<string, readonly { readonly name: string; readonly weak: boolean }[]>

function entryOf(cells: readonly string[], aliases: Aliases): ListedEntry {
  const [reference = '', name = '', type = '', programme = ''] = cells
  const isPerson = type.toLowerCase() === 'individual'
  const said = (text: string) => (isPerson ? inOrder(text) : text)
  const remarks = valueOf(cells[11])
  const births = isPerson ? birthsIn(remarks) : []
  return {
    reference,
    kind: isPerson ? 'PERSON' : 'COMPANY',
    programme: valueOf(programme),
    births: births.join('; '),
    years: yearsOfBirths(births),
    names: [
      { name: said(name), weak: false },
      ...(aliases.get(reference) ?? []).map((alias) => ({ ...alias, name: said(alias.name) })),
      ...weakIn(remarks),
    ],
  }
}

function readAliases(text: string | null): Aliases {
  const aliases = new Map<string, { name: string; weak: boolean }[]>()
  for (const { cells } of readCsv(text ?? '') ?? []) {
    const [reference = '', , , name = ''] = cells
    const known = aliases.get(reference) ?? []
    aliases.set(reference, [...known, { name, weak: false }])
  }
  return aliases
}

/** OFAC's `sdn.csv`, with its `alt.csv` where that was chosen too. Null where quotation marks do not end. */
export function readOfacCsv(text: string, aliasText: string | null): ReadList | null {
  const lines = readCsv(text.replaceAll(END_OF_FILE, ''))
  if (lines === null) return null
  const aliases = readAliases(aliasText)
  const { list, add } = growingList()
  for (const { line, cells } of lines) {
    if (!/^\d+$/.test(cells[0] ?? '') || cells.length < 4)
      list.faults.push({ at: line, fault: 'LINE', text: cells.join(', ').slice(0, 80) })
    else add(line, entryOf(cells, aliases))
  }
  return { format: 'OFAC_CSV', published: '', ...list }
}
