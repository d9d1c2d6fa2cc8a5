import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import type { PostingView } from '../../../shared/contract/postings.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { announce } from '../../feedback/announce.ts'

/** In milliseconds. A decision also arrives as an event; this is for a decision whose event was lost. */
const LOOK_AGAIN_MS = 5_000

export type Awaited = {
  /** The posting as it stands in the ledger; null while it waits, and when it ended without being posted. */
  readonly posted: PostingView | null
  /** The proposal that waits or was decided; undefined until it is read. */
  readonly approval: ApprovalView | undefined
  readonly failure: Failure | null
}

/** Follows a posting that waits for a second person, until it is posted or ends. One that is posted already needs no following. */
export function useAwaited(answered: PostingView): Awaited {
  const waits = answered.status !== 'COMPLETED'
  const proposal = useQueryCall(
    'approvals.read',
    { approvalId: answered.id },
    { enabled: waits, every: LOOK_AGAIN_MS },
  )
  const approval = proposal.answer.state === 'known' ? proposal.answer.value : undefined
  const approved = approval?.status === 'APPROVED'
  const receipt = useQueryCall('postings.get', { transactionId: answered.id }, { enabled: approved })
  const found = receipt.answer.state === 'known' ? receipt.answer.value : null
  const posted = found?.status === 'COMPLETED' ? found : null
  useAnnounceOutcome(approval?.status, posted?.reference ?? null)
  const { answer } = approved ? receipt : proposal
  return {
    posted: waits ? posted : answered,
    approval,
    failure: answer.state === 'loading' ? null : answer.failure,
  }
}

/** The teller may look elsewhere while it waits. */
function useAnnounceOutcome(status: ApprovalView['status'] | undefined, reference: string | null): void {
  const { t } = useTranslation('postings')
  useEffect(() => {
    if (reference !== null) announce(t('postedAs', { reference }))
    else if (status !== undefined && status !== 'PENDING' && status !== 'APPROVED')
      announce(t('awaited.notPosted'))
  }, [status, reference, t])
}
