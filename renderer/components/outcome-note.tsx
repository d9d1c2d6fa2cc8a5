import { useTranslation } from 'react-i18next'
import type { PostingState } from '../calls/posting-state.ts'
import { FailureNote, Note } from './failure-note.tsx'
import styles from './buttons.module.css'

/** How a posting stands, beside its button: nothing while all is well, a refusal, or an outcome that is not known. */
export function OutcomeNote({
  posting,
}: {
  readonly posting: Pick<PostingState<unknown>, 'phase' | 'failure'> & { readonly resend: () => void }
}) {
  const { t } = useTranslation('components')
  if (posting.phase === 'refused') return <FailureNote failure={posting.failure} />
  if (posting.phase !== 'unknown') return null
  const isUncopied = posting.failure?.code === 'STANDBY_SILENT'
  return (
    <Note tone="warn">
      <p>
        <b>{t(isUncopied ? 'outcomeUncopied' : 'outcomeUnknown')}</b>{' '}
        {t(isUncopied ? 'copyWaits' : 'outcomeWaits')}
      </p>
      <button type="button" className={styles.link} onClick={posting.resend}>
        {t('askNow')}
      </button>
    </Note>
  )
}
