import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import type { Failure } from '../../calls/api.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { NoteAction, type NoteActionProps } from './note-action.tsx'
import type { Showing } from './use-showing.ts'
import styles from './review.module.css'

type Props = {
  readonly showing: Showing
  /** The date, when the document has expired. */
  readonly expiredOn: string | null
  /** Approve was pressed before it was shown, and waits for that. */
  readonly held: boolean
  /** Approve was pressed before all pages were shown. */
  readonly pagesMissing: boolean
  readonly ticksMissing: boolean
  readonly failure: Failure | null
  /** Offered when the document cannot be decided any more. */
  readonly next: NoteActionProps | false
}

/**
 * Why it cannot be approved now. Stands above the ticks and takes its room from the data that scrolls, so that neither ticks nor
 * buttons move under the pointer.
 */
export function CheckerNotes({ showing, expiredOn, held, pagesMissing, ticksMissing, failure, next }: Props) {
  const { t } = useTranslation('documents')
  const lookAgain = { label: t('showAgain'), run: showing.again }
  const action = failure?.code === 'NOT_SHOWN' ? lookAgain : next
  return (
    <div className={styles.notes}>
      {expiredOn !== null && <Note tone="warn">{t('expired', { date: formatDate(expiredOn) })}</Note>}
      {showing.unshowable && <Note tone="warn">{t('unshowable')}</Note>}
      {held && !showing.unshowable && <Note tone="info">{t('approveHeld')}</Note>}
      {showing.partial && <Note tone="warn">{t('partial')}</Note>}
      {expiredOn === null && showing.pagesLeft > 0 && (
        <Note tone={pagesMissing ? 'bad' : 'info'}>{t('pagesLeft', { count: showing.pagesLeft })}</Note>
      )}
      <FailureNote failure={showing.failure} action={<NoteAction {...lookAgain} />} />
      {ticksMissing && <Note tone="bad">{t('tickFirst')}</Note>}
      <FailureNote failure={failure} action={action && <NoteAction {...action} />} />
    </div>
  )
}
