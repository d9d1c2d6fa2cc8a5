import { readCsv } from '../../../shared/rules/read-csv.ts'
import { growingList, type ReadList } from './listed-entry.ts'
import { yearsOfBirths } from './listed-births.ts'

/** What heads the columns that are read. */
const COLUMNS = ['id', 'schema', 'name', 'aliases', 'birth_date', 'program_ids', 'dataset'] as const

const severalOf = (cell: string) =>
  cell.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))

/** Whether a first line is that of OpenSanctions' `targets.simple.csv`. */
export const isOpenSanctions = (head: string): boolean =>
  ['id', 'schema', 'name', 'aliases', 'birth_date'].every((name) =>
    head.replaceAll('"', '').split(',').includes(name),
  )

/** OpenSanctions' `targets.simple.csv`; null where quotation marks do not end. */
export function readOpenSanctions(text: string): ReadList | null {
  const lines = readCsv(text)
  if (lines === null) return null
  const [head, ...rest] = lines
  const places = COLUMNS.map((name) => head?.cells.indexOf(name) ?? -1)
  const { list, add } = growingList()
  for (const { line, cells } of rest) {
    const [reference = '', schema = '', name = '', aliases = '', births = '', programme = '', dataset = ''] =
      places.map((place) => cells[place] ?? '')
    if (reference === '') {
      list.faults.push({ at: line, fault: 'LINE', text: cells.join(', ').slice(0, 80) })
      continue
    }
    add(line, {
      reference,
      kind: schema === 'Person' ? 'PERSON' : 'COMPANY',
      programme: programme === '' ? dataset : programme,
      births: severalOf(births).join('; '),
      years: schema === 'Person' ? yearsOfBirths(severalOf(births)) : [],
      names: [name, ...severalOf(aliases)].map((one) => ({ name: one, weak: false })),
    })
  }
  return { format: 'OPENSANCTIONS_CSV', published: '', ...list }
}
