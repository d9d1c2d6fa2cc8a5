import { useEffect, useRef } from 'react'
import { call, type Failure } from '../../../calls/api.ts'
import { messageFor, messageForCode } from '../../../feedback/messages.ts'
import { readFile } from '../chosen-file.ts'
import { type Edit, fileEntry, type PageEntry, pageEntries } from './entry.ts'
import type { EntryList } from './use-entry-list.ts'

/** What the studio does for the entries of a document; what it works on ends with the form. */
export function useStudioWork({ replace, changeFile, changePage }: EntryList) {
  const underWay = useRef(new Set<string>())
  useEffect(() => {
    const ids = underWay.current
    return () => {
      for (const id of ids) void call('documents.cancelPrepare', { id })
    }
  }, [])
  const during = async <T>(id: string, work: Promise<T>): Promise<T> => {
    underWay.current.add(id)
    return work.finally(() => underWay.current.delete(id))
  }
  const cancel = (id: string) => {
    if (underWay.current.delete(id)) void call('documents.cancelPrepare', { id })
  }

  /** Cuts and turns a page as it came. Why not, when it fails; the page is then as it was. */
  const edit = async (page: PageEntry, wanted: Edit): Promise<Failure | null> => {
    const id = crypto.randomUUID()
    changePage(page.id, (entry) => ({ ...entry, busy: true }))
    const asked = call('documents.adjust', { id, content: page.original.jpeg, ...wanted })
    const answer = await during(id, asked)
    changePage(page.id, (entry) =>
      answer.ok
        ? { ...entry, busy: false, versions: [...entry.versions, { edit: wanted, ...answer.value }] }
        : { ...entry, busy: false },
    )
    return answer.ok ? null : answer.error
  }

  /** Makes the pages of a file. `cut`: they are cut to the document where one was seen. */
  const take = async (id: string, file: File, cut: boolean, onTaken?: () => void): Promise<void> => {
    const read = await readFile(file)
    if (!read.ok) return changeFile(id, { problem: messageForCode(read.error.code, read.error.details) })
    changeFile(id, { chosen: read.value })
    onTaken?.()
    const answer = await during(id, call('documents.prepare', { id, content: read.value.content }))
    if (!answer.ok) {
      const stopped = answer.error.code === 'FILE_CANCELLED'
      return changeFile(id, stopped ? { stopped } : { problem: messageFor(answer.error) })
    }
    const pages = pageEntries(fileEntry(id, file.name), answer.value.pages, answer.value.readings)
    replace(id, () => pages)
    for (const page of pages)
      if (cut && page.original.corners !== null)
        void edit(page, { corners: page.original.corners, quarters: 0 })
  }

  return {
    edit,
    take,
    cancel,
    /** Ends what is being made; what was chosen can be uploaded as it is. */
    stop: () => {
      for (const id of underWay.current) cancel(id)
    },
  }
}
