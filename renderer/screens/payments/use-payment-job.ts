import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call, type Failure } from '../../calls/api.ts'
import { refreshAll } from '../../calls/refresh.ts'
import type { PaymentFile } from '../../../shared/contract/payments.ts'

/**
 * Posts a file call by call while it is looked at; left, it stops where it is, and goes on when somebody looks at it again and says
 * so. `begins` goes on at once: for whoever has just brought it.
 */
export function usePaymentJob({ id, status }: PaymentFile, begins: boolean) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<PaymentFile | null>(null)
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef(false)
  const begun = useRef(false)
  useEffect(() => () => void (wanted.current = false), [])

  const goOn = async () => {
    if (wanted.current) return
    wanted.current = true
    setFailure(null)
    setRunning(true)
    let step = await call('payments.goOn', { id })
    while (step.ok && step.value.status === 'RUNNING' && wanted.current) {
      setProgress(step.value)
      step = await call('payments.goOn', { id })
    }
    if (step.ok) setProgress(step.value)
    else setFailure(step.error)
    wanted.current = false
    setRunning(false)
    void refreshAll(client)
  }
  const stop = async () => {
    wanted.current = false
    const answer = await call('payments.cancel', { id })
    if (answer.ok) setProgress(answer.value)
    else setFailure(answer.error)
    void refreshAll(client)
  }
  // Also once a second person has approved it, where its screen is still open.
  useEffect(() => {
    if (!begins || status !== 'RUNNING' || begun.current) return
    begun.current = true
    void goOn()
  })
  return { progress, running, failure, goOn: () => void goOn(), stop: () => void stop() }
}
