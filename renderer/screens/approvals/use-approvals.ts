import { useState } from 'react'
import { useQueryCall } from '../../calls/use-call.ts'
import { neighbourOf, nextAfter } from '../documents/review-order.ts'

/** As often as the other queues, in milliseconds: what others decide also arrives as an event. */
export const LOOK_AGAIN_MS = 10_000

/**
 * The list, and which proposal is looked at. One that is decided meanwhile stays in sight until another is chosen; it counts as waiting no
 * longer, though the list may be read again only afterwards, so that a key pressed in between goes on to what comes next.
 */
export function useApprovals() {
  const [waiting, setWaiting] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const [decided, setDecided] = useState<string | null>(null)
  const { answer } = useQueryCall('approvals.list', { waiting }, { every: LOOK_AGAIN_MS, keep: true })
  const listed = answer.state === 'known' ? answer.value.approvals : []
  const rows = waiting ? listed.filter(({ id }) => id !== decided) : listed
  const first = rows[0]?.id ?? null
  // The first one is chosen once, so that a new list does not move what is being read.
  if (chosen === null && first !== null) setChosen(first)
  const current = rows.find(({ id }) => id === chosen)
  const currentId = chosen ?? first
  if (useIsDecided(currentId) && currentId !== decided) setDecided(currentId)
  // From one that has been decided it goes to the first that waits, or to none.
  const step = (by: 1 | -1) => {
    if (current === undefined) setChosen(first)
    else setChosen(neighbourOf(rows, current, by)?.id ?? current.id)
  }
  return {
    answer,
    rows,
    waiting,
    currentId,
    choose: setChosen,
    step,
    canStep: current === undefined ? currentId !== null : rows.length > 1,
    show: (those: boolean) => {
      setWaiting(those)
      setChosen(null)
    },
    /** Goes on to the next one: this one is decided. */
    leave: () => {
      setDecided(currentId)
      setChosen(nextAfter(rows, current)?.id ?? null)
    },
  }
}

/** Whether the proposal's own page says that it is decided; it is read for the page anyway. */
function useIsDecided(approvalId: string | null): boolean {
  const { answer } = useQueryCall(
    'approvals.read',
    { approvalId: approvalId ?? '' },
    { enabled: approvalId !== null },
  )
  return answer.state === 'known' && answer.value.status !== 'PENDING'
}

export type ApprovalsList = ReturnType<typeof useApprovals>
