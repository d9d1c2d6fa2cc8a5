import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { Outcome } from '../approvals/outcome.tsx'
import { PostedFacts } from './posted-facts.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './slip.module.css'

/** In milliseconds: the customer waits in front of the screen. */
const LOOK_AGAIN_MS = 2_000

type Props = {
  readonly approvalId: string
  readonly posted: PostingView
  readonly onNext: () => void
}

/** A reversal that waits for a second person: the screen goes on by itself when it is decided. */
export function ReversalWaits({ approvalId, posted, onNext }: Props) {
  const { t } = useTranslation('postings')
  const { answer } = useQueryCall('approvals.read', { approvalId }, { every: LOOK_AGAIN_MS, keep: true })
  const view = answer.state === 'known' ? answer.value : null
  useKeys({ Escape: { label: t('next'), run: onNext, quiet: true } })
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
          </Note>
        )}
        {view !== null && <Outcome view={view} />}
        <p className={styles.amount}>
          <Amount value={posted.amount} currency={posted.currency} withCurrency />
        </p>
        <PostedFacts posted={posted} />
      </div>
      <div className={styles.foot}>
        <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onNext}>
          {t('next')}
        </BusyButton>
      </div>
    </>
  )
}
