import type { ListFault, ListFormat } from '../../../shared/contract/screening.ts'

/** A person or company of a list, as the database is given it. */
export type ListedEntry = {
  readonly reference: string
  readonly kind: 'PERSON' | 'COMPANY'
  readonly programme: string
  /** As the list writes them. */
  readonly births: string
  /** Every year that they allow. */
  readonly years: readonly number[]
  /** The name itself first, then its aliases. */
  readonly names: readonly { readonly name: string; readonly weak: boolean }[]
}

export type ReadList = {
  readonly format: ListFormat
  /** When its publisher says that it was made. */
  readonly published: string
  readonly entries: readonly ListedEntry[]
  readonly faults: readonly ListFault[]
}

type Growing = { entries: ListedEntry[]; faults: ListFault[] }

/** A list that grows entry by entry; an entry without a name is a fault, at the line or number `at`. */
export function growingList() {
  const list: Growing = { entries: [], faults: [] }
  const add = (at: number, entry: ListedEntry) => {
    const names = entry.names.filter(({ name }) => /\p{L}/u.test(name)).map(cut)
    const [first] = names
    if (first === undefined) list.faults.push({ at, fault: 'NO_NAME', text: entry.reference })
    else list.entries.push({ ...entry, names })
  }
  return { list, add }
}

/** Longer ones are descriptions, of which the beginning is the name. */
const cut = ({ name, weak }: { readonly name: string; readonly weak: boolean }) => ({
  name: name.replace(/\s+/g, ' ').trim().slice(0, 300),
  weak,
})
