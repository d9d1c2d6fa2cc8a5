import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import { type Reading, reading } from '../../../../shared/reading/reading.ts'
import { listen } from '../../../calls/api.ts'
import { fileEntry, isBusy, moved, type PageEntry, readingsOf, undone } from './entry.ts'
import { useEntryList } from './use-entry-list.ts'
import { useStudioWork } from './use-studio-work.ts'

type Told = {
  /** The first file was read and can be seen. */
  readonly onTaken: () => void
  /** What is read of all pages is another than before. */
  readonly onRead: (readings: readonly Reading[]) => void
}

/**
 * What a document is made of: the pages of `first` and of whatever is added to it. Each file's pages are made in the studio, which can be
 * stopped; the form can be filled in meanwhile.
 */
export function useEntries(first: File | undefined, told: Told) {
  const list = useEntryList()
  const { entries, setEntries, changeFile, changePage } = list
  const { take, edit, cancel, stop } = useStudioWork(list)
  const remove = (id: string) => {
    cancel(id)
    setEntries((all) => all.filter((entry) => entry.id !== id && !entry.id.startsWith(`${id} `)))
  }
  const takeFirst = useEffectEvent((id: string, file: File) => {
    setEntries((all) => [fileEntry(id, file.name), ...all])
    void take(id, file, false, told.onTaken)
  })
  const removeFirst = useEffectEvent(remove)
  useEffect(() => {
    if (first === undefined) return undefined
    const id = crypto.randomUUID()
    takeFirst(id, first)
    return () => removeFirst(id)
  }, [first])
  const noteProgress = useEffectEvent(changeFile)
  useEffect(
    () => listen('documents.progress', ({ id, done, of }) => noteProgress(id, { progress: { done, of } })),
    [],
  )
  // As text, so that it is told once however often the entries change.
  const read = JSON.stringify(readingsOf(entries))
  const tellRead = useEffectEvent((text: string) => told.onRead(z.array(reading).parse(JSON.parse(text))))
  useEffect(() => tellRead(read), [read])
  return {
    entries,
    isBusy: entries.some(isBusy),
    /** Adds the pages of these files after those that are there; the id of the last one. `cut`: to the document that is seen in them. */
    add: (files: readonly File[], cut = false): string | null => {
      const added = files.map((file) => ({ id: crypto.randomUUID(), file }))
      setEntries((all) => [...all, ...added.map(({ id, file }) => fileEntry(id, file.name))])
      for (const { id, file } of added) void take(id, file, cut)
      return added.at(-1)?.id ?? null
    },
    edit,
    undo: (page: PageEntry) => changePage(page.id, undone),
    move: (id: string, step: 1 | -1) => setEntries((all) => moved(all, id, step)),
    remove,
    stop,
  }
}

export type Entries = ReturnType<typeof useEntries>
