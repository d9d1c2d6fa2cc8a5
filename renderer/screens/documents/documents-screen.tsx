import { IconInbox } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { DocumentViewer } from '../../components/document-viewer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { notify } from '../../feedback/notify.ts'
import { CustomerFacts, KycNeeds } from './customer-facts.tsx'
import { Decision } from './decision.tsx'
import { KindChips, DocumentsQueue } from './documents-queue.tsx'
import { QUEUE_EVERY } from './documents-waiting.tsx'

/** The queue, the document, and what to compare it with. One document after the other, without a hand on the mouse. */
export function DocumentsScreen() {
  const { t } = useTranslation('documents')
  const queue = useQueryCall('documents.listQueue', {}, { every: QUEUE_EVERY })
  const review = useReview(queue.data?.documents)
  const { shown, current } = review
  const decided = queue.data?.decidedToday
  useKeys({
    J: { label: t('next'), run: () => review.step(1), disabled: shown.length < 2 },
    K: { label: t('previous'), run: () => review.step(-1), disabled: shown.length < 2 },
  })
  return (
    <Columns layout="review">
      <Column label={t('queue')}>
        <PageHeader
          title={t('title')}
          detail={queue.data === undefined ? '' : t('waiting', { count: review.all.length })}
        />
        {review.all.length > 0 && <KindChips items={review.all} kind={review.kind} onKind={review.setKind} />}
        <FailureNote failure={queue.failure} />
        <DocumentsQueue items={shown} current={current} onChoose={review.choose} />
        {decided !== undefined && <p className="foot t2">{t('decidedToday', decided)}</p>}
      </Column>
      {current === undefined ? (
        <Column label={t('document')} tone="canvas">
          {queue.data !== undefined && (
            <EmptyState
              icon={<IconInbox size={32} stroke={1.5} />}
              title={review.all.length === 0 ? t('empty') : t('emptyKind')}
              hint={review.all.length === 0 ? t('emptyHint') : t('emptyKindHint')}
            />
          )}
        </Column>
      ) : (
        // Another content is another review: what was ticked on one is never carried to the other.
        <Review key={`${current.id} ${current.shownHash}`} item={current} onDecided={review.leave} />
      )}
    </Columns>
  )
}

/** In a low window it is longer than its place, so the keys must be able to scroll it. */
const REACHABLE = { tabIndex: 0 }

function Review({
  item,
  onDecided,
}: {
  readonly item: QueuedDocument
  readonly onDecided: (id: string) => void
}) {
  const { t } = useTranslation('documents')
  const customer = useQueryCall('customers.get', { customerId: item.customerId })
  const title = t(`type.${item.documentType}`)
  return (
    <>
      <Column label={t('document')} tone="canvas">
        <DocumentViewer documentId={item.id} label={title}>
          <h2>{title}</h2>
          <span className="t2 clip">
            <Identifier>{t('number', { number: item.documentNumber })}</Identifier>
          </span>
        </DocumentViewer>
      </Column>
      <Column label={t('customer')}>
        <header className="head">
          <h2>{item.customerName}</h2>
          <span className="t2">
            <Identifier>{item.customerNumber}</Identifier>
          </span>
        </header>
        <section className="scroll kyc-data" aria-label={t('data')} {...REACHABLE}>
          <FailureNote failure={customer.failure} />
          <CustomerFacts item={item} customer={customer.data} />
          {customer.data !== undefined && <KycNeeds customer={customer.data} />}
        </section>
        <Decision item={item} onDecided={onDecided} />
      </Column>
    </>
  )
}

type Kind = QueuedDocument['documentType']

/** Which document is looked at, while the queue changes underneath. */
function useReview(documents: readonly QueuedDocument[] | undefined) {
  const { t } = useTranslation('documents')
  const [kind, setKind] = useState<Kind | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const all = (documents ?? []).filter(({ id }) => !left.includes(id))
  const shown = kind === null ? all : all.filter(({ documentType }) => documentType === kind)
  const current = shown.find(({ id }) => id === chosen) ?? shown[0]
  const at = current === undefined ? -1 : shown.indexOf(current)

  // What disappears from under the eyes was decided by somebody else, and is said.
  const watched = useRef<string | null>(null)
  useEffect(() => {
    const before = watched.current
    const gone = before !== null && documents !== undefined && !documents.some(({ id }) => id === before)
    if (gone && !left.includes(before)) notify(t('decidedElsewhere'))
    watched.current = current?.id ?? null
  }, [documents, left, current, t])

  const step = (by: 1 | -1) => {
    const next = shown[at + by]
    if (next !== undefined) setChosen(next.id)
  }
  /** Goes on to the next one at once, without waiting for the queue to be asked again. */
  const leave = (id: string) => {
    const next = shown[at + 1] ?? shown[at - 1]
    setLeft((before) => [...before, id])
    setChosen(next?.id ?? null)
  }
  return { all, shown, current, kind, setKind, choose: setChosen, step, leave }
}
