import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQueryCall, type QueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { DocumentsQueue } from './documents-queue.tsx'
import { QUEUE_EVERY } from './documents-waiting.tsx'
import { KindChips } from './kind-chips.tsx'
import { Review } from './review.tsx'
import { useReview } from './use-review.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

/** The queue, the document, and what to compare it with. One document after the other, by keys alone. */
export function DocumentsScreen() {
  const { t } = useTranslation('documents')
  const queue = useQueryCall('documents.listQueue', {}, { every: QUEUE_EVERY })
  const review = useReview(queue.data?.documents)
  const { shown, current } = review
  useKeys({
    J: { label: t('next'), run: () => review.step(1), disabled: shown.length < 2 },
    K: { label: t('previous'), run: () => review.step(-1), disabled: shown.length < 2 },
  })
  return (
    <Columns layout="review">
      <QueueColumn queue={queue} review={review} />
      {current === undefined ? (
        <Column label={t('document')} tone="canvas">
          {queue.data !== undefined && <NothingWaits filtered={review.all.length > 0} />}
        </Column>
      ) : (
        // A changed document is a new review: what was ticked for one is never kept for another.
        <Review key={`${current.id} ${current.shownHash}`} item={current} onDecided={review.leave} />
      )}
    </Columns>
  )
}

type QueueProps = {
  readonly queue: QueryCall<'documents.listQueue'>
  readonly review: ReturnType<typeof useReview>
}

function QueueColumn({ queue: { data, failure }, review }: QueueProps) {
  const { t } = useTranslation('documents')
  const { all, shown, current, kind, setKind } = review
  return (
    <Column label={t('queue')}>
      <PageHeader title={t('title')} detail={data === undefined ? '' : t('waiting', { count: all.length })} />
      {all.length > 0 && <KindChips items={all} kind={kind} onKind={setKind} />}
      <FailureNote failure={failure} />
      <DocumentsQueue items={shown} current={current} onChoose={review.choose} />
      {data !== undefined && (
        <p className={classes(typography.secondary, panel.foot)}>{t('decidedToday', data.decidedToday)}</p>
      )}
    </Column>
  )
}

/** `filtered`: other kinds of document wait. */
function NothingWaits({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation('documents')
  return (
    <EmptyState
      icon={<IconInbox size={32} stroke={1.5} />}
      title={filtered ? t('emptyKind') : t('empty')}
      hint={filtered ? t('emptyKindHint') : t('emptyHint')}
    />
  )
}
