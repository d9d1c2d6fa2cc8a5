import { useEffect } from 'react'
import { useQueryCall, type QueryCall } from '../../calls/use-call.ts'
import { useIsLocked } from '../../calls/use-session.ts'

/** Whether closed days are left, and nothing differs or has failed: asked again at once, what failed would fail again without an end. */
export const hasDaysToCheck = ({ answer, failed }: Pick<QueryCall<'books.checkNew'>, 'answer' | 'failed'>) =>
  answer.state === 'known' && !failed && answer.value.daysLeft > 0 && answer.value.faults.length === 0

/**
 * The check of what is new. Where closed days are left, it goes on with them by itself, one call after the other, as long as nothing
 * differs: each call that finds nothing leaves fewer.
 */
export function useFreshCheck() {
  const fresh = useQueryCall('books.checkNew', {}, { keep: true })
  const { fetching, refetch } = fresh
  const locked = useIsLocked()
  const goesOn = hasDaysToCheck(fresh)
  useEffect(() => {
    if (goesOn && !fetching && !locked) refetch()
  }, [goesOn, fetching, locked, refetch])
  return { ...fresh, goesOn }
}
