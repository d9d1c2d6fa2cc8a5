import { useEffect, useRef, useState } from 'react'
import type { BookCheck } from '../../../shared/contract/book-views.ts'
import { call, type Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'

/**
 * The newest check of the whole books, and what can be done with it. It goes on call by call while the screen is open; left, it stops
 * where it is and can be continued.
 */
export function useWholeCheck() {
  const { answer, refetch } = useQueryCall('books.lastCheck', {})
  const [shown, setShown] = useState<BookCheck | null>(null)
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef(false)
  useEffect(() => () => void (wanted.current = false), [])

  /** Goes on until it is done, cancelled or refused. */
  const goOn = async (id: string, begin: boolean) => {
    wanted.current = true
    setFailure(null)
    setRunning(true)
    let step = await call(begin ? 'books.beginCheck' : 'books.continueCheck', { id })
    while (step.ok && step.value.status === 'RUNNING' && wanted.current) {
      setShown(step.value)
      step = await call('books.continueCheck', { id })
    }
    if (step.ok) setShown(step.value)
    else setFailure(step.error)
    setRunning(false)
    refetch()
  }

  const cancel = async (id: string) => {
    wanted.current = false
    const answered = await call('books.cancelCheck', { id })
    if (answered.ok) setShown(answered.value)
    else setFailure(answered.error)
  }

  const known = answer.state === 'known' ? answer.value.check : null
  return {
    answer,
    check: shown ?? known,
    running,
    failure,
    begin: () => void goOn(crypto.randomUUID(), true),
    resume: (id: string) => void goOn(id, false),
    cancel: (id: string) => void cancel(id),
  }
}

export type WholeCheck = ReturnType<typeof useWholeCheck>
