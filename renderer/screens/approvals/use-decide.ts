import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { announce } from '../../feedback/announce.ts'
import { useHeldApproval } from '../documents/use-held-approval.ts'
import { makeHalf } from '../users/temporary-password.ts'
import { useGivenReason } from './use-given-reason.ts'
import { useSecondCount } from './use-second-count.ts'

/**
 * Approves exactly what is shown, once all that the decision rests on is: until `ready` a press of Approve is held. What came of it stays
 * in sight until the next proposal is chosen. The second half of a temporary password is made once, so that sending it twice is the same.
 */
export function useDecide(approvalId: string, view: ApprovalView | undefined, ready: boolean) {
  const { t } = useTranslation('approvals')
  const { serverConnected } = useSession()
  const approval = useCall('approvals.approve')
  const [half] = useState(() => makeHalf())
  const [handedOver, setHandedOver] = useState<string | null>(null)
  const count = useSecondCount(view)
  const reason = useGivenReason(view)
  const approve = async () => {
    if (view === undefined || !view.mayDecide || !count.ready() || !reason.ready()) return
    const passwordHalf = view.needsPassword ? half : null
    const answer = await approval.run({
      approvalId,
      hash: view.hash,
      passwordHalf,
      ...count.counted,
      ...reason.given,
    })
    if (answer?.ok !== true) return
    announce(t(`status.${answer.value.status}`))
    if (answer.value.status === 'APPROVED') setHandedOver(passwordHalf)
  }
  const held = useHeldApproval(ready, () => void approve())
  return {
    approve: held.press,
    busy: approval.busy || held.waiting,
    unavailable: approval.busy || !serverConnected,
    failure: approval.failure,
    handedOver,
    count,
    reason,
  }
}
