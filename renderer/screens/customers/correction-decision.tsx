import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { NoteAction } from '../documents/note-action.tsx'
import type { Showing } from '../documents/use-showing.ts'
import { DeclineForm } from './decline-form.tsx'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly correctionId: string
  /** Of the document that shows what is right. */
  readonly showing: Showing
  readonly onDecided: (message: string) => void
}

/** Approve or decline, for a supervisor who did not propose it. Approving waits until all of the document has been shown. */
export function CorrectionDecision({ correctionId, showing, onDecided }: Props) {
  const { t } = useTranslation(['customers', 'documents'])
  const approve = useCall('customers.approveCorrection')
  const [declining, setDeclining] = useState(false)
  const run = async () => {
    const answer = await approve.run({ correctionId })
    if (answer?.ok === true) onDecided(t('correction.approved'))
  }
  const lookAgain = <NoteAction label={t('documents:showAgain')} run={showing.again} />
  if (declining)
    return (
      <DeclineForm
        correctionId={correctionId}
        onDeclined={() => onDecided(t('correction.declined'))}
        onClose={() => setDeclining(false)}
      />
    )
  return (
    <>
      {showing.unshowable && <p>{t('correction.unshowable')}</p>}
      {showing.partial && <p>{t('documents:partial')}</p>}
      {showing.pagesLeft > 0 && <p>{t('documents:pagesLeft', { count: showing.pagesLeft })}</p>}
      <FailureNote failure={showing.failure} action={lookAgain} />
      <FailureNote
        failure={approve.failure}
        action={approve.failure?.code === 'NOT_SHOWN' ? lookAgain : undefined}
      />
      <div className={layout.sideBySide}>
        <BusyButton
          busy={approve.busy}
          unavailable={!showing.shown && !approve.busy}
          onClick={() => void run()}
        >
          {t('correction.approve')}
        </BusyButton>
        <BusyButton variant="default" onClick={() => setDeclining(true)}>
          {t('correction.decline')}
        </BusyButton>
      </div>
    </>
  )
}
