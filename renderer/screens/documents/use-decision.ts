import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import type { RejectReason } from '../../../shared/rules/documents.ts'
import type { Failure } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { announce } from '../../feedback/announce.ts'

/** After these refusals the document cannot be decided any more; only the next one can be opened. */
const OVER: readonly Failure['code'][] = ['ALREADY_DECIDED', 'DOCUMENT_NOT_FOUND']

/** Approves or rejects exactly what was shown; `onDecided` runs when it is done. */
export function useDecision(item: QueuedDocument, onDecided: (id: string) => void) {
  const { t } = useTranslation('documents')
  const { serverConnected } = useSession()
  const approval = useCall('documents.approve')
  const rejection = useCall('documents.reject')
  const shown = { documentId: item.id, shownHash: item.shownHash }
  const finish = (decision: 'approved' | 'rejected') => {
    announce(t(decision, { document: t(`type.${item.documentType}`), name: item.customerName }))
    onDecided(item.id)
  }
  const approve = async () => {
    const answer = await approval.run(shown)
    if (answer?.ok === true) finish('approved')
  }
  const reject = async (reasonCode: RejectReason, reason: string) => {
    const answer = await rejection.run({ ...shown, reasonCode, reason })
    if (answer?.ok === true) finish('rejected')
  }
  const failure = approval.failure ?? rejection.failure
  const over = failure !== null && OVER.includes(failure.code)
  return {
    approval: { busy: approval.busy, failure: approval.failure },
    rejection: { busy: rejection.busy, failure: rejection.failure, reset: rejection.reset },
    /** It cannot be decided any more. */
    over,
    /** No decision is possible now. */
    unavailable: approval.busy || rejection.busy || !serverConnected || over,
    approve: () => void approve(),
    reject: (code: RejectReason, reason: string) => void reject(code, reason),
  }
}

export type DecisionState = ReturnType<typeof useDecision>
