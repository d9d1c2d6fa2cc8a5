import type { Corners, Page, PageFault } from '../../../../shared/reading/page.ts'
import type { Reading } from '../../../../shared/reading/reading.ts'
import type { ChosenFile } from '../chosen-file.ts'

/** How a page is cut and then turned; always of the page as it came, so that nothing is lost by doing it again. */
export type Edit = { readonly corners: Corners | null; readonly quarters: number }
export const UNCHANGED: Edit = { corners: null, quarters: 0 }

/** A page after an edit, and what is read of it. */
export type Version = { readonly edit: Edit; readonly page: Page; readonly readings: readonly Reading[] }

/** A file whose pages are being made, were not waited for, or that cannot be taken. */
export type FileEntry = {
  readonly kind: 'file'
  readonly id: string
  readonly name: string
  readonly chosen: ChosenFile | null
  readonly problem: string | null
  readonly stopped: boolean
  readonly progress: { readonly done: number; readonly of: number } | null
}

export type PageEntry = {
  readonly kind: 'page'
  readonly id: string
  readonly name: string
  /** The name of the file that it came from. */
  readonly file: string
  readonly original: Page
  /** The one before it was edited first, what it is now last: undoing takes the last one away. */
  readonly versions: readonly [Version, ...Version[]]
  /** It is being cut or turned. */
  readonly busy: boolean
}

/** What a document is made of, in its order. */
export type Entry = FileEntry | PageEntry

export const fileEntry = (id: string, name: string): FileEntry => ({
  kind: 'file',
  id,
  name,
  chosen: null,
  problem: null,
  stopped: false,
  progress: null,
})

/** The entries of a file's pages; a name that stands on several of them says which one it is. */
export function pageEntries(
  file: FileEntry,
  pages: readonly Page[],
  readings: readonly Reading[],
): PageEntry[] {
  return pages.map((page, at) => ({
    kind: 'page',
    id: `${file.id} ${at + 1}`,
    file: file.name,
    name: pages.length === 1 ? file.name : `${file.name} ${at + 1}`,
    original: page,
    versions: [{ edit: UNCHANGED, page, readings: readings.filter((reading) => reading.page === at + 1) }],
    busy: false,
  }))
}

/** A page as it is now. */
export const currentOf = ({ versions }: PageEntry): Version => versions.at(-1) ?? versions[0]

/** Without its last edit. */
export function undone(entry: PageEntry): PageEntry {
  const [first, ...further] = entry.versions
  return { ...entry, versions: [first, ...further.slice(0, -1)] }
}

export const isBusy = (entry: Entry): boolean =>
  entry.kind === 'page' ? entry.busy : entry.problem === null && !entry.stopped

/** What is handed in for an entry; null for a file that cannot be taken or is not read yet. */
export const contentOf = (entry: Entry): Uint8Array | null => {
  if (entry.kind === 'page') return currentOf(entry).page.jpeg
  return entry.problem === null ? (entry.chosen?.content ?? null) : null
}

/** The names of the files and photographs that the entries came from, each once. */
export const filesOf = (entries: readonly Entry[]): string[] => [
  ...new Map(
    entries.map((entry) => [entry.id.split(' ')[0], entry.kind === 'page' ? entry.file : entry.name]),
  ).values(),
]

export const readingsOf = (entries: readonly Entry[]): Reading[] =>
  entries.flatMap((entry) => (entry.kind === 'page' ? currentOf(entry).readings : []))

export const faultsOf = (entry: Entry): readonly PageFault[] =>
  entry.kind === 'page' ? currentOf(entry).page.faults : []

/** The entries with one of them a step nearer to the beginning or the end; at the ends it stays. */
export function moved(entries: readonly Entry[], id: string, step: 1 | -1): readonly Entry[] {
  const from = entries.findIndex((entry) => entry.id === id)
  const to = from + step
  const [one, other] = [entries[from], entries[to]]
  if (one === undefined || other === undefined) return entries
  return entries.map((entry, at) => (at === from ? other : at === to ? one : entry))
}

/** Which one is looked at: the chosen one, the first page of the file that was chosen, and after it is gone the one that stands in its place. */
export const selectedOf = (entries: readonly Entry[], chosen: string | null): Entry | undefined =>
  entries.find(({ id }) => id === chosen || id.startsWith(`${chosen} `)) ?? entries[0]
