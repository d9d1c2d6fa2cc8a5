import { mapAnswer, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { LOOK_AGAIN_MS } from './use-approvals.ts'

/** How many proposals wait for the decision of whoever is signed in. */
export function useWaitingForMe(enabled = true): Answer<number> {
  const { answer } = useQueryCall('approvals.list', { waiting: true }, { enabled, every: LOOK_AGAIN_MS })
  return mapAnswer(answer, ({ approvals }) => approvals.filter(({ mayDecide }) => mayDecide).length)
}
