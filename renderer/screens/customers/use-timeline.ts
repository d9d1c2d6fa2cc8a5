import { useState } from 'react'
import { timelineKind, type TimelineKind } from '../../../shared/contract/timeline-views.ts'
import { ask } from '../../calls/api.ts'
import { usePages } from '../../calls/use-pages.ts'

/** What has happened to a customer, page by page: of one part, or of all. */
export function useTimeline(customerId: string) {
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const kinds = kind === null ? [...timelineKind.options] : [kind]
  const pages = usePages(['customers.timeline', customerId, kinds], (before, limit) =>
    ask('customers.timeline', { customerId, kinds, before, limit }),
  )
  return { ...pages, kind, setKind }
}

export type Timeline = ReturnType<typeof useTimeline>
