import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ArchiveKind, DifferingDay } from '../../../shared/contract/archives.ts'
import { call, type Failure } from '../../calls/api.ts'
import { refreshAll } from '../../calls/refresh.ts'
import type { WorkProgress } from '../../calls/use-work.ts'

/** Seals a year or a month, or compares it with its rows, call by call while it is looked at; what is done stays, and the next time it goes on. */
export function useYearSteps() {
  const client = useQueryClient()
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  const [differing, setDiffering] = useState<readonly DifferingDay[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef(false)
  useEffect(() => () => void (wanted.current = false), [])

  const run = async (next: () => Promise<Failure | null | 'more'>) => {
    if (wanted.current) return
    wanted.current = true
    setFailure(null)
    setDiffering(null)
    setProgress({ done: 0, of: 0 })
    let stands: Failure | null | 'more' = 'more'
    while (stands === 'more' && wanted.current) stands = await next()
    wanted.current = false
    setProgress(null)
    if (stands !== 'more') setFailure(stands)
    void refreshAll(client)
  }
  const seal = (kind: ArchiveKind, period: string) =>
    run(async () => {
      const step = await call('archives.seal', { kind, period })
      if (!step.ok) return step.error
      setProgress(step.value)
      return step.value.sealId === null ? 'more' : null
    })
  const check = (sealId: string) => {
    let since: string | null = null
    return run(async () => {
      const step = await call('archives.check', { sealId, since })
      if (!step.ok) return step.error
      since = step.value.since
      setProgress(step.value)
      if (step.value.done < step.value.of) return 'more'
      setDiffering(step.value.differing)
      return null
    })
  }
  return {
    progress,
    differing,
    failure,
    seal: (kind: ArchiveKind, period: string) => void seal(kind, period),
    check: (sealId: string) => void check(sealId),
    stop: () => void (wanted.current = false),
  }
}
