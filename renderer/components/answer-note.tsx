import { useTranslation } from 'react-i18next'
import type { Answer } from '../calls/answer.ts'
import { BusyButton } from './busy-button.tsx'
import { FailureNote } from './failure-note.tsx'
import styles from './failure-note.module.css'

type Props = {
  readonly answer: Answer<unknown>
  /** What exactly is not known, where the place does not say it. */
  readonly unknown?: string
  /** Where nothing around it keeps it off the edges. */
  readonly inset?: boolean
}

/** Says that something is not known, why, and offers to ask again; or why what is shown could not be read again. */
export function AnswerNote({ inset = false, ...props }: Props) {
  // The place is kept out of the note: a list that is known has nothing there.
  return inset ? (
    <div className={styles.inset}>
      <Said {...props} />
    </div>
  ) : (
    <Said {...props} />
  )
}

function Said({ answer, unknown }: Omit<Props, 'inset'>) {
  const { t } = useTranslation('components')
  if (answer.state === 'loading') return null
  if (answer.state === 'known') return <FailureNote title={t('fromBefore')} failure={answer.failure} />
  const { failure, again, asking } = answer
  return (
    <FailureNote
      title={unknown ?? t('notKnown')}
      failure={failure}
      action={
        <BusyButton variant="default" busy={asking} onClick={again} className={styles.again}>
          {t('retry')}
        </BusyButton>
      }
    />
  )
}
