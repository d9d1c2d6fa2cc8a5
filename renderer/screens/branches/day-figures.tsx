import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../shared/contract/branches.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { classes } from '../../theme/classes.ts'
import { DayFacts } from './day-facts.tsx'
import { DayProof } from './day-proof.tsx'
import { DayMonth } from './day-month.tsx'
import { DayPostings } from './day-postings.tsx'
import { DayTills } from './day-tills.tsx'
import { VaultFigures } from './vault-figures.tsx'
import { WithdrawDay } from './withdraw-day.tsx'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import styles from './day-figures.module.css'

/** It may be longer than the window, so the keys must be able to scroll it. */
const REACHABLE = { tabIndex: 0 }

type Props = {
  /** Null for the newest day. */
  readonly businessDate: string | null
  readonly onNewest: () => void
}

/** The figures of one day; tills and postings go on, so they are read again every few seconds. */
export function DayFigures({ businessDate, onNewest }: Props) {
  const { t } = useTranslation('branches')
  const { answer } = useQueryCall('branches.readDay', { businessDate }, { keep: true, every: 10_000 })
  return (
    <section className={layout.scroll} aria-label={t('figures')} {...REACHABLE}>
      {businessDate !== null && (
        <p className={styles.back}>
          <button type="button" className={buttons.link} onClick={onNewest}>
            {t('backToNewest')}
          </button>
        </p>
      )}
      <AnswerNote answer={answer} inset />
      {answer.state === 'known' && <Figures day={answer.value} />}
    </section>
  )
}

function Figures({ day }: { readonly day: DayView }) {
  return (
    <div className={classes(styles.figures)}>
      <DayFacts day={day} />
      <VaultFigures day={day} />
      <DayTills day={day} />
      <DayProof day={day} />
      <DayPostings day={day} />
      <DayMonth key={`${day.businessDate} ${day.status} month`} businessDate={day.businessDate} />
      <WithdrawDay day={day} key={`${day.businessDate} ${day.status}`} />
    </div>
  )
}
