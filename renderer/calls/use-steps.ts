import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Failure } from './api.ts'
import { refreshAll } from './refresh.ts'

type Stepped = { readonly status: string }
type Step<T> = () => Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
>

type Options<T> = {
  /** How the work stands, as somebody else may have left it. */
  readonly status: string
  /** The next part of it. */
  readonly next: Step<T>
  /** Goes on without being asked, as soon as the work is RUNNING. */
  readonly begins: boolean
}

/**
 * Does long work call by call while it is looked at; left, it stops where it is, and goes on from there when somebody looks at it
 * again.
 */
export function useSteps<T extends Stepped>({ status, next, begins }: Options<T>) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<T | null>(null)
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef(false)
  const begun = useRef(false)
  useEffect(() => () => void (wanted.current = false), [])

  const take = async (step: Step<T>) => {
    const answer = await step()
    if (answer.ok) setProgress(answer.value)
    else setFailure(answer.error)
    return answer.ok && answer.value.status === 'RUNNING'
  }
  const goOn = async () => {
    if (wanted.current) return
    wanted.current = true
    setFailure(null)
    setRunning(true)
    while ((await take(next)) && wanted.current);
    wanted.current = false
    setRunning(false)
    void refreshAll(client)
  }
  /** Goes no further for now: somebody goes on from there. */
  const pause = () => {
    wanted.current = false
  }
  /** Goes no further; `last` ends the work for good. */
  const stop = async (last: Step<T>) => {
    wanted.current = false
    await take(last)
    void refreshAll(client)
  }
  // Also once a second person has approved it, where its screen is still open.
  useEffect(() => {
    if (!begins || status !== 'RUNNING' || begun.current) return
    begun.current = true
    void goOn()
  })
  return {
    progress,
    running,
    failure,
    goOn: () => void goOn(),
    pause,
    stop: (last: Step<T>) => void stop(last),
  }
}
