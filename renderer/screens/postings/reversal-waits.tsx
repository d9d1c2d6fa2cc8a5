import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { Outcome } from '../approvals/outcome.tsx'
import { AwaitedFoot } from './awaited-foot.tsx'
import { PostedFacts } from './posted-facts.tsx'
import { PostedSlip } from './posted-slip.tsx'
import { useAwaitedReversal } from './use-awaited-reversal.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './slip.module.css'

type Props = {
  readonly approvalId: string
  readonly posted: PostingView
  readonly onNext: () => void
}

/** A reversal that waits for a second person: the screen goes on by itself when it is decided. */
export function ReversalWaits({ approvalId, posted, onNext }: Props) {
  const { t } = useTranslation('postings')
  const { answer, view, reversal } = useAwaitedReversal(approvalId, posted.id)
  useKeys({ Escape: { label: t('next'), run: onNext, quiet: true } })
  if (reversal !== null) return <PostedSlip posted={reversal} title={t('reversal.done')} onNext={onNext} />
  return (
    <>
      <header className={panel.head}>
        <h2>{t('reversal.asked')}</h2>
      </header>
      <div className={classes(layout.scroll, styles.body)}>
        <AnswerNote answer={answer} />
        {view?.status === 'PENDING' && (
          <Note tone="warn">
            <p>{t('reversal.waits')}</p>
            {view.deciders.length > 0 && (
              <p>
                {t('awaited.deciders', { names: view.deciders.map(({ fullName }) => fullName).join(', ') })}
              </p>
            )}
          </Note>
        )}
        {view !== null && <Outcome view={view} />}
        <p className={styles.amount}>
          <Amount value={posted.amount} currency={posted.currency} withCurrency />
        </p>
        <PostedFacts posted={posted} />
      </div>
      <AwaitedFoot approval={view} onNext={onNext} />
    </>
  )
}
