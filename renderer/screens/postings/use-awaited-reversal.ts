import { useQueryCall } from '../../calls/use-call.ts'

/** In milliseconds. A decision also arrives as an event; this is for a decision whose event was lost. */
const LOOK_AGAIN_MS = 5_000

/** Follows a reversal that waits for a second person: its proposal, and once it is approved the posting that reverses. */
export function useAwaitedReversal(approvalId: string, transactionId: string) {
  const { answer } = useQueryCall('approvals.read', { approvalId }, { every: LOOK_AGAIN_MS, keep: true })
  const view = answer.state === 'known' ? answer.value : null
  const approved = view?.status === 'APPROVED'
  const undone = useQueryCall('postings.get', { transactionId }, { enabled: approved })
  const link = undone.answer.state === 'known' ? undone.answer.value.reversal : null
  const reversedBy = link?.direction === 'REVERSED_BY' ? link.transactionId : null
  const made = useQueryCall(
    'postings.get',
    { transactionId: reversedBy ?? transactionId },
    { enabled: reversedBy !== null },
  )
  const reversal = reversedBy !== null && made.answer.state === 'known' ? made.answer.value : null
  return { answer, view, reversal }
}
