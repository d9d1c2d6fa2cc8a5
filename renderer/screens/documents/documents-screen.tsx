import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { Answer } from '../../calls/answer.ts'
import { useLeave } from '../../app/use-leave.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CaseChips } from './case-chips.tsx'
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
  const { answer: queue } = useQueryCall('documents.listQueue', {}, { every: QUEUE_EVERY })
  const review = useReview(queue.state === 'known' ? queue.value.documents : undefined)
  const { shown, current } = review
  const { byKey } = useLeave()
  useKeys({
    J: { label: t('next'), run: () => byKey(() => review.step(1)), disabled: shown.length < 2 },
    K: { label: t('previous'), run: () => byKey(() => review.step(-1)), disabled: shown.length < 2 },
  })
  return (
    <Columns layout="review">
      <QueueColumn queue={queue} review={review} />
      {current === undefined ? (
        <Column label={t('document')} tone="canvas">
          {queue.state === 'known' && <NothingWaits filtered={review.all.length > 0} />}
        </Column>
      ) : (
        // A changed document is a new review: what was ticked for one is never kept for another.
        <Review key={`${current.id} ${current.shownHash}`} item={current} onDecided={review.leave} />
      )}
    </Columns>
  )
}

type QueueProps = {
  readonly queue: Answer<CallOutput<'documents.listQueue'>>
  readonly review: ReturnType<typeof useReview>
}

function QueueColumn({ queue, review }: QueueProps) {
  const { t } = useTranslation('documents')
  const { all, shown, current, kind, setKind, filter, setFilter } = review
  const { asked } = useLeave()
  return (
    <Column label={t('queue')}>
      <PageHeader
        title={t('title')}
        detail={queue.state === 'known' ? t('waiting', { count: all.length }) : ''}
      />
      {all.length > 0 && (
        <KindChips items={all} kind={kind} onKind={(next) => asked(String(next), () => setKind(next))} />
      )}
      {all.length > 0 && (
        <CaseChips
          items={all}
          filter={filter}
          onFilter={(next) => asked(String(next), () => setFilter(next))}
        />
      )}
      <AnswerNote answer={queue} inset />
      {queue.state === 'known' && queue.value.unreadable > 0 && (
        <Note tone="warn">{t('unreadable', { count: queue.value.unreadable })}</Note>
      )}
      <DocumentsQueue items={shown} current={current} onChoose={(id) => asked(id, () => review.choose(id))} />
      {queue.state === 'known' && (
        <p className={classes(typography.secondary, panel.foot)}>
          {t('decidedToday', queue.value.decidedToday)}
        </p>
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
