import { useState } from 'react'
import type { Entry, FileEntry, PageEntry } from './entry.ts'

/** The entries of a document, and how one of them changes; what is gone meanwhile stays gone. */
export function useEntryList() {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const replace = (id: string, by: (entry: Entry) => readonly Entry[]) =>
    setEntries((list) => list.flatMap((entry) => (entry.id === id ? by(entry) : [entry])))
  return {
    entries,
    setEntries,
    replace,
    changeFile: (id: string, change: Partial<FileEntry>) =>
      replace(id, (entry) => [entry.kind === 'file' ? { ...entry, ...change } : entry]),
    changePage: (id: string, change: (page: PageEntry) => PageEntry) =>
      replace(id, (entry) => [entry.kind === 'page' ? change(entry) : entry]),
  }
}

export type EntryList = ReturnType<typeof useEntryList>
