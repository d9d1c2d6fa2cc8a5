import { useTranslation } from 'react-i18next'
import type { DayProof as Proof } from '../../../shared/contract/proof-views.ts'
import type { DayView } from '../../../shared/contract/branches.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Note } from '../../components/failure-note.tsx'
import { classes } from '../../theme/classes.ts'
import section from '../../components/section.module.css'
import styles from './day-figures.module.css'
import { ProofExport } from './proof-export.tsx'
import { ProofTable } from './proof-table.tsx'
import { ProofWaits } from './proof-waits.tsx'

/** What proves the day: foreseen while it is open, and of a closed one as it was kept, to be printed again. */
export function DayProof({ day: { businessDate, status } }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  const { answer } = useQueryCall('branches.readProof', { businessDate }, { keep: true, every: 10_000 })
  return (
    <section className={classes(section.section, styles.section)} aria-labelledby="day-proof-title">
      <header className={section.head}>
        <h2 id="day-proof-title">{t('proof.title')}</h2>
        {answer.state === 'known' && answer.value.state === 'PROVED' && (
          <ProofExport businessDate={businessDate} />
        )}
      </header>
      <AnswerNote answer={answer} inset />
      {answer.state === 'known' && status !== 'WITHDRAWN' && <Known proof={answer.value} />}
    </section>
  )
}

function Known({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation('branches')
  if (proof.state === 'NOT_KEPT')
    return (
      <div className={styles.warning}>
        <Note tone="info">{t('proof.notKept')}</Note>
      </div>
    )
  return (
    <>
      {proof.state === 'OPEN' && <ProofWaits proof={proof} />}
      <ProofTable accounts={proof.accounts} suspense={proof.suspense} />
      {proof.hash !== null && (
        <p className={styles.hash}>
          {t('proof.hash')} <bdi>{proof.hash}</bdi>
        </p>
      )}
    </>
  )
}
