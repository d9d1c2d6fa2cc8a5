import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import type { Failure } from '../../calls/api.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { CheckBoxes } from './check-boxes.tsx'
import { DecisionButtons } from './decision-buttons.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import { focusQueue } from './focus-queue.ts'
import { RejectForm } from './reject-form.tsx'
import { useCheckerKeys } from './use-checker-keys.ts'
import { useChecks } from './use-checks.ts'
import { useDecision } from './use-decision.ts'
import buttons from '../../components/buttons.module.css'

type Props = { readonly item: QueuedDocument; readonly onDecided: (id: string) => void }

/** What the checker has seen, and the decision on exactly that. */
export function Checker({ item, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const decision = useDecision(item, onDecided)
  const { boxes, ...checks } = useChecks()
  const [rejecting, setRejecting] = useState(false)
  const today = useBranchTime().today()
  const { expiresAt } = item
  const expired = expiresAt !== null && expiresAt < today
  const approve = () => (checks.complete ? decision.approve() : checks.askForMissing())
  const reject = () => setRejecting(true)
  useCheckerKeys({ decision, onTick: checks.toggle, approve, reject, expired, enabled: !rejecting })
  const stopRejecting = () => {
    setRejecting(false)
    decision.rejection.reset()
    // The form had the focus, so it returns to the document that is still to be decided.
    focusQueue()
  }
  const failureNote = (failure: Failure | null) => (
    <FailureNote
      failure={failure}
      action={decision.over && <NextDocument onNext={() => onDecided(item.id)} />}
    />
  )

  if (rejecting)
    return (
      <DecisionFoot item={item}>
        <RejectForm decision={decision} onBack={stopRejecting}>
          {failureNote(decision.rejection.failure)}
        </RejectForm>
      </DecisionFoot>
    )
  return (
    <>
      <CheckBoxes ref={boxes} ticked={checks.ticked} onToggle={checks.toggle} />
      <DecisionFoot item={item}>
        {expired && <Note tone="warn">{t('expired', { date: formatDate(expiresAt) })}</Note>}
        {checks.missing && <Note tone="bad">{t('tickFirst')}</Note>}
        {failureNote(decision.approval.failure)}
        <DecisionButtons decision={decision} expired={expired} onApprove={approve} onReject={reject} />
      </DecisionFoot>
    </>
  )
}

/** What to do next when another user decided the document. */
function NextDocument({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('documents')
  return (
    <button type="button" className={buttons.link} onClick={onNext}>
      {t('showNext')}
    </button>
  )
}
