import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { CheckBoxes } from './check-boxes.tsx'
import { CheckerNotes } from './checker-notes.tsx'
import { DecisionButtons } from './decision-buttons.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import { focusQueue } from './focus-queue.ts'
import { NoteAction } from './note-action.tsx'
import { RejectForm } from './reject-form.tsx'
import { TwinsNote } from './twins-note.tsx'
import { useCheckerKeys } from './use-checker-keys.ts'
import { useChecks } from './use-checks.ts'
import { useDecision } from './use-decision.ts'
import { useHeldApproval } from './use-held-approval.ts'
import type { Showing } from './use-showing.ts'

type Props = {
  readonly item: QueuedDocument
  readonly showing: Showing
  readonly onDecided: (id: string) => void
  /** What else can be done than deciding. */
  readonly beside: ReactNode
}

/** What the checker has seen, and the decision on exactly that. */
export function Checker({ item, showing, onDecided, beside }: Props) {
  const { t } = useTranslation('documents')
  const decision = useDecision(item, onDecided)
  const { boxes, ...checks } = useChecks()
  const [rejecting, setRejecting] = useState(false)
  const [asked, setAsked] = useState(false)
  const today = useBranchTime().today()
  const expired = item.expiresAt !== null && item.expiresAt < today
  const approvable = !decision.unavailable && !expired && !showing.unshowable
  const held = useHeldApproval(showing.shown, decision.approve)
  const approve = () => {
    if (!checks.complete) checks.askForMissing()
    // What is still to be turned to does not come by itself.
    else if (showing.pagesLeft === 0) held.press()
    else setAsked(true)
  }
  const reject = () => setRejecting(true)
  useCheckerKeys({ decision, onTick: checks.toggle, approve, reject, approvable, enabled: !rejecting })
  const stopRejecting = () => {
    setRejecting(false)
    decision.rejection.reset()
    // The form had the focus, so it returns to the document that is still to be decided.
    focusQueue()
  }
  const next = decision.over && { label: t('showNext'), run: () => onDecided(item.id) }

  if (rejecting)
    return (
      <DecisionFoot item={item}>
        <RejectForm decision={decision} onBack={stopRejecting}>
          <FailureNote failure={decision.rejection.failure} action={next && <NoteAction {...next} />} />
        </RejectForm>
      </DecisionFoot>
    )
  return (
    <>
      <TwinsNote documentId={item.id} />
      <CheckerNotes
        showing={showing}
        expiredOn={expired ? item.expiresAt : null}
        held={held.waiting}
        pagesMissing={asked}
        ticksMissing={checks.missing}
        failure={decision.approval.failure}
        next={next}
      />
      <CheckBoxes ref={boxes} ticked={checks.ticked} onToggle={checks.toggle} />
      <DecisionFoot item={item}>
        {beside}
        <DecisionButtons
          decision={decision}
          approvable={approvable}
          held={held.waiting}
          onApprove={approve}
          onReject={reject}
        />
      </DecisionFoot>
    </>
  )
}
