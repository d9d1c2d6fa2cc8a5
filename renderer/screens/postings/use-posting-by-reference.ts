import { postingReference, type PostingView } from '../../../shared/contract/postings.ts'
import { known, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'

/** The posting whose reference is typed; null while none is, a known null when there is no such posting. */
export function usePostingByReference(typed: string, enabled: boolean): Answer<PostingView | null> | null {
  const read = postingReference.safeParse(typed)
  const canAsk = enabled && read.success
  const { answer } = useQueryCall('postings.find', { reference: read.data ?? '' }, { enabled: canAsk })
  if (!canAsk) return null
  return answer.state === 'unknown' && answer.failure.code === 'TRANSACTION_NOT_FOUND' ? known(null) : answer
}
