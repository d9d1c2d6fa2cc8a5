import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useMay } from '../../calls/use-may.ts'
import { DecisionPanel } from '../../components/decision-pair.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { Handover } from '../users/handover.tsx'
import { CountedCash } from './counted-cash.tsx'
import { DecideHere } from './decide-here.tsx'
import { DecisionButtons } from './decision-buttons.tsx'
import { DeclineForm } from './decline-form.tsx'
import { GivenReason } from './given-reason.tsx'
import { Outcome } from './outcome.tsx'
import { Withdraw } from './withdraw.tsx'
import { useDecide } from './use-decide.ts'

type Props = {
  readonly approvalId: string
  /** Undefined while it is being read: a press of Approve is held until then. */
  readonly view: ApprovalView | undefined
  /** All that the decision rests on is shown. */
  readonly ready: boolean
  readonly onLeave: () => void
}

/** The decision on exactly what is shown; afterwards what came of it. */
export function Decision({ approvalId, view, ready, onLeave }: Props) {
  const decide = useDecide(approvalId, view, ready)
  const [declining, setDeclining] = useState(false)
  if (decide.handedOver !== null && view !== undefined)
    return (
      <DecisionPanel>
        <HandOver view={view} half={decide.handedOver} onDone={onLeave} />
      </DecisionPanel>
    )
  if (view !== undefined && view.status !== 'PENDING')
    return (
      <DecisionPanel>
        <Outcome view={view} />
      </DecisionPanel>
    )
  if (declining)
    return (
      <DecisionPanel>
        <DeclineForm approvalId={approvalId} onDeclined={onLeave} onClose={() => setDeclining(false)} />
      </DecisionPanel>
    )
  return (
    <DecisionPanel>
      <FailureNote failure={decide.failure} />
      <Choice view={view} decide={decide} onDecline={() => setDeclining(true)} />
    </DecisionPanel>
  )
}

type ChoiceProps = {
  readonly view: ApprovalView | undefined
  readonly decide: ReturnType<typeof useDecide>
  readonly onDecline: () => void
}

/** Approving and declining for whoever may; taking back for the proposer; for all others why it is not theirs. */
function Choice({ view, decide, onDecline }: ChoiceProps) {
  const { t } = useTranslation('approvals')
  const may = view?.mayDecide ?? true
  const mayOverride = useMay('approvals.decideBeside')
  // In a field A is a letter.
  const typed = may && (view?.needsReason === true || view?.needsCount === true)
  const approve = { label: t('approve'), run: decide.approve, disabled: decide.unavailable, quiet: true }
  useKeys({
    ...(typed ? { 'Ctrl+Enter': approve } : {}),
    A: { label: t('approve'), run: decide.approve, disabled: !may || decide.unavailable },
    D: { label: t('decline'), run: onDecline, disabled: !may || decide.unavailable },
  })
  if (view !== undefined && !may)
    return (
      <>
        {view.own ? <Withdraw approvalId={view.id} /> : <Note tone="info">{t('notYours')}</Note>}
        {mayOverride && <DecideHere view={view} />}
      </>
    )
  return (
    <>
      {view?.needsCount === true && <CountedCash decide={decide} />}
      {view?.needsReason === true && <GivenReason decide={decide} />}
      <DecisionButtons decide={decide} onDecline={onDecline} />
    </>
  )
}

type HandOverProps = { readonly view: ApprovalView; readonly half: string; readonly onDone: () => void }

/** The second half of a temporary password, shown once. */
function HandOver({ view, half, onDone }: HandOverProps) {
  const { t } = useTranslation('approvals')
  const name = view.subject ?? ''
  return (
    <Handover
      sentence={t('handover', { name })}
      text={t('handoverText', { name, proposer: view.proposedBy })}
      username={String(view.facts['username'] ?? '')}
      password={half}
      label={t('secondHalf')}
      onDone={onDone}
    />
  )
}
