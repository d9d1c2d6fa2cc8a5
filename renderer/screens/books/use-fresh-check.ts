import { useEffect } from 'react'
import { useQueryCall } from '../../calls/use-call.ts'

/**
 * The check of what is new. Where closed days are left, it goes on with them by itself, one call after the other, as long as nothing
 * differs: each call that finds nothing leaves fewer.
 */
export function useFreshCheck() {
  const fresh = useQueryCall('books.checkNew', {}, { keep: true })
  const { answer, fetching, refetch } = fresh
  const goesOn = answer.state === 'known' && answer.value.daysLeft > 0 && answer.value.faults.length === 0
  useEffect(() => {
    if (goesOn && !fetching) refetch()
  }, [goesOn, fetching, refetch])
  return { ...fresh, goesOn }
}
