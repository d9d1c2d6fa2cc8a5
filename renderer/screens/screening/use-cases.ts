import { useState } from 'react'
import type { CaseStatus } from '../../../shared/contract/screening.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { currentOf, neighbourOf, nextAfter } from '../documents/review-order.ts'

/** In milliseconds. */
export const LOOK_AGAIN_MS = 10_000

/** The matches of a status, and which one is looked at. */
export function useCases() {
  const [status, setStatus] = useState<CaseStatus>('OPEN')
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('screening.cases', { status }, { every: LOOK_AGAIN_MS, keep: true })
  const rows = answer.state === 'known' ? answer.value.cases.filter((one) => one.status === status) : []
  const current = currentOf(rows, chosen)
  return {
    answer,
    rows,
    status,
    current,
    choose: setChosen,
    step: (by: 1 | -1) => setChosen(neighbourOf(rows, current, by)?.id ?? current?.id ?? null),
    show: (those: CaseStatus) => {
      setStatus(those)
      setChosen(null)
    },
    /** Goes on to the next one: this one is decided. */
    leave: () => setChosen(nextAfter(rows, current)?.id ?? null),
  }
}

export type Cases = ReturnType<typeof useCases>
