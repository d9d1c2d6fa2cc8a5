import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { WaitingCount } from '../../components/waiting-count.tsx'
import { LOOK_AGAIN_MS } from './use-approvals.ts'

/** How many proposals wait for the caller's decision, for the navigation. */
export function ApprovalsWaiting() {
  const { answer } = useQueryCall('approvals.list', { waiting: true }, { every: LOOK_AGAIN_MS })
  return (
    <WaitingCount
      count={mapAnswer(answer, ({ approvals }) => approvals.filter(({ mayDecide }) => mayDecide).length)}
    />
  )
}
