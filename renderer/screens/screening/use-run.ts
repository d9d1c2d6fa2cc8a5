import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ScreeningRun } from '../../../shared/contract/screening.ts'
import { call, type Failure } from '../../calls/api.ts'
import { refreshAll } from '../../calls/refresh.ts'
import { useMay } from '../../calls/use-may.ts'

/**
 * Goes on with a run call by call while it is looked at; left, it stops where it is, and goes on from there when anybody looks at it again.
 */
export function useRun(run: ScreeningRun) {
  const client = useQueryClient()
  const mayGoOn = useMay('screening.goOn')
  const [progress, setProgress] = useState<ScreeningRun | null>(null)
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
    let step = await call('screening.goOn', { id: run.id })
    while (step.ok && step.value.status === 'RUNNING' && wanted.current) {
      setProgress(step.value)
      step = await call('screening.goOn', { id: run.id })
    }
    if (step.ok) setProgress(step.value)
    else setFailure(step.error)
    wanted.current = false
    setRunning(false)
    void refreshAll(client)
  }
  useEffect(() => {
    if (!mayGoOn || run.status !== 'RUNNING' || begun.current) return
    begun.current = true
    void goOn()
  })
  // Somebody else may have gone on with it meanwhile.
  const shown = progress !== null && progress.done >= run.done ? progress : run
  return { shown, running, failure, mayGoOn, goOn: () => void goOn() }
}
