import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { notify } from '../../feedback/notify.ts'
import { isOfFilter, type CaseFilter } from './queue-filter.ts'
import { currentOf, neighbourOf, nextAfter } from './review-order.ts'
import { useNow } from './use-now.ts'

type Kind = QueuedDocument['documentType']
type Documents = readonly QueuedDocument[]

/** Which document is reviewed while the queue changes. */
export function useReview(documents: Documents | undefined) {
  const [kind, setKind] = useState<Kind | null>(null)
  const [filter, setFilter] = useState<CaseFilter | null>(null)
  const now = useNow()
  const [chosen, setChosen] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const all = (documents ?? []).filter(({ id }) => !left.includes(id))
  const shown = all.filter(
    (document) =>
      (kind === null || document.documentType === kind) &&
      (filter === null || isOfFilter(document, filter, now)),
  )
  const current = currentOf(shown, chosen)
  useDecidedElsewhere(documents, left, current)
  const step = (by: 1 | -1) => {
    const next = neighbourOf(shown, current, by)
    if (next !== undefined) setChosen(next.id)
  }
  /** Goes to the next one at once, without waiting for the new queue. */
  const leave = (id: string) => {
    setLeft((before) => [...before, id])
    setChosen(nextAfter(shown, current)?.id ?? null)
  }
  return { all, shown, current, kind, setKind, filter, setFilter, choose: setChosen, step, leave }
}

/** Says that another user decided the document under review, when it disappears from the queue. */
function useDecidedElsewhere(
  documents: Documents | undefined,
  left: readonly string[],
  current: QueuedDocument | undefined,
): void {
  const { t } = useTranslation('documents')
  const watched = useRef<string | null>(null)
  useEffect(() => {
    const before = watched.current
    const gone = before !== null && documents !== undefined && !documents.some(({ id }) => id === before)
    if (gone && !left.includes(before)) notify(t('decidedElsewhere'))
    watched.current = current?.id ?? null
  }, [documents, left, current, t])
}
