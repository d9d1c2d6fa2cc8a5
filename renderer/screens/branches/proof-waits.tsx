import { useTranslation } from 'react-i18next'
import type { DayProof } from '../../../shared/contract/proof-views.ts'
import { Note } from '../../components/failure-note.tsx'
import styles from './day-figures.module.css'

/** What the closing of the open day waits for; and what would end with it. */
export function ProofWaits({ proof: { openTills, jobs, lapsing } }: { readonly proof: DayProof }) {
  const { t } = useTranslation('branches')
  const isReady = openTills.length === 0 && jobs.length === 0
  return (
    <div className={styles.warning}>
      <Note tone={isReady ? 'ok' : 'warn'}>
        {isReady && <p>{t('proof.ready')}</p>}
        {openTills.length > 0 && <p>{t('proof.tills', { tills: openTills.join(', ') })}</p>}
        {jobs.length > 0 && <p>{t('proof.jobs', { count: jobs.length })}</p>}
        {lapsing > 0 && <p>{t('proof.lapsing', { count: lapsing })}</p>}
      </Note>
    </div>
  )
}
