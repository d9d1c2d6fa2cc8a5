import { useState } from 'react'
import { useQueryCall } from '../../calls/use-call.ts'
import { neighbourOf, nextAfter } from '../documents/review-order.ts'

/** In milliseconds: alerts are not announced, so the list is asked for again. */
export const LOOK_AGAIN_MS = 10_000

/** The list, and which alert is looked at; without a choice the first. */
export function useAlerts() {
  const [open, setOpen] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('watch.listAlerts', { open }, { every: LOOK_AGAIN_MS, keep: true })
  const rows = answer.state === 'known' ? answer.value.alerts : []
  const current = rows.find(({ id }) => id === chosen) ?? rows[0]
  return {
    answer,
    rows,
    open,
    current,
    choose: setChosen,
    show: (those: boolean) => {
      setOpen(those)
      setChosen(null)
    },
    step: (by: 1 | -1) => {
      if (current !== undefined) setChosen(neighbourOf(rows, current, by)?.id ?? current.id)
    },
    /** Goes on to the next one: this one is decided. */
    leave: () => setChosen(nextAfter(rows, current)?.id ?? null),
  }
}

export type AlertsList = ReturnType<typeof useAlerts>
