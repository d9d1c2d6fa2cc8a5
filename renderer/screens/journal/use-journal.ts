import { ask } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { usePages } from '../../calls/use-pages.ts'
import type { JournalFilters } from './filters.ts'

/** The journal page by page, and what all of it comes to. */
export function useJournal(filters: JournalFilters) {
  const pages = usePages(['journal.list', filters], (before, limit) =>
    ask('journal.list', { ...filters, before, limit }),
  )
  const total = useQueryCall('journal.total', filters, { keep: true })
  return {
    ...pages,
    total: total.answer,
    again: () => {
      pages.refetch()
      total.refetch()
    },
  }
}

export type Journal = ReturnType<typeof useJournal>
