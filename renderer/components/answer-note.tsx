import { useTranslation } from 'react-i18next'
import type { Answer } from '../calls/answer.ts'
import { BusyButton } from './busy-button.tsx'
import { FailureNote } from './failure-note.tsx'
import styles from './failure-note.module.css'

/** Says that something is not known, why, and offers to ask again; or why what is shown could not be read again. */
export function AnswerNote({ answer }: { readonly answer: Answer<unknown> }) {
  const { t } = useTranslation('components')
  if (answer.state === 'loading') return null
  if (answer.state === 'known') return <FailureNote failure={answer.failure} />
  const { failure, again, asking } = answer
  return (
    <FailureNote
      title={t('notKnown')}
      failure={failure}
      action={
        <BusyButton variant="default" busy={asking} onClick={again} className={styles.again}>
          {t('retry')}
        </BusyButton>
      }
    />
  )
}
