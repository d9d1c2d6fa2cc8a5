import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { Amount } from '../../components/amount.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { AwaitedFoot } from './awaited-foot.tsx'
import { AwaitedState } from './awaited-state.tsx'
import { PostedFacts } from './posted-facts.tsx'
import type { SlipKind } from './slip-kinds.ts'
import type { Awaited } from './use-awaited.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './slip.module.css'

type Props = {
  readonly waiting: PostingView
  readonly awaited: Awaited
  readonly kind: SlipKind
  readonly onNext: () => void
}

/** A posting above a limit: nothing is posted until a second person approves it, and no cash changes hands. */
export function AwaitedSlip({ waiting, awaited, kind, onNext }: Props) {
  const { t } = useTranslation('postings')
  const { approval, failure } = awaited
  const ended = approval !== undefined && approval.status !== 'PENDING' && approval.status !== 'APPROVED'
  useKeys({ Escape: { label: t('next'), run: onNext, quiet: true } })
  return (
    <>
      <header className={panel.head}>
        <h2>{t(ended ? 'awaited.notPosted' : 'awaited.title')}</h2>
      </header>
      <div className={classes(layout.scroll, styles.body)}>
        <AwaitedState approval={approval} kind={kind} />
        <FailureNote failure={failure} />
        <p className={styles.amount}>
          <Amount value={waiting.amount} currency={waiting.currency} withCurrency />
        </p>
        <PostedFacts posted={waiting} />
      </div>
      <AwaitedFoot approval={approval} onNext={onNext} />
    </>
  )
}
