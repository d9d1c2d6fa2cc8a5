import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { LATE_AFTER } from './age.ts'

/** Which cases the queue shows, beside the kind of document. */
export const CASE_FILTERS = ['mine', 'nobodys', 'late'] as const
export type CaseFilter = (typeof CASE_FILTERS)[number]

type Waiting = Pick<QueuedDocument, 'claim' | 'uploadedAt'>

/** Whether a document is of a filter's cases; `now` in milliseconds. */
export function isOfFilter({ claim, uploadedAt }: Waiting, filter: CaseFilter, now: number): boolean {
  if (filter === 'late') return now - Date.parse(uploadedAt) >= LATE_AFTER
  return filter === 'mine' ? claim?.own === true : claim === null
}
