import { useEffect, useRef, useState } from 'react'
import { mapAnswer, type Answer } from '../../calls/answer.ts'
import type { StatementLine } from '../../../shared/contract/accounts.ts'

/** How long a new posting is marked. */
const MARKED_MS = 6_000
/** How long the list stays as it is after the pointer last moved over it. */
const IN_USE_MS = 1_500

const NONE: ReadonlySet<string> = new Set()

/** The entries that were not there before. */
export const newEntries = (
  before: readonly StatementLine[],
  after: readonly StatementLine[],
): ReadonlySet<string> => {
  const known = new Set(before.map(({ entryId }) => entryId))
  return new Set(after.map(({ entryId }) => entryId).filter((id) => !known.has(id)))
}

/**
 * The last postings of an account as they should be shown: new ones on top and marked for a moment, but only when the
 * list is not in use, so that no row moves away under the pointer. `waiting` says how many are not shown yet.
 */
export function useNewPostings(accountId: string, answer: Answer<readonly StatementLine[]>, inUse: boolean) {
  const lines = answer.state === 'known' ? answer.value : undefined
  const [shown, setShown] = useState<{ accountId: string; lines: readonly StatementLine[] } | null>(null)
  const [fresh, setFresh] = useState(NONE)
  const same = shown?.accountId === accountId
  if (lines !== undefined && lines !== shown?.lines && !(inUse && same)) {
    setShown({ accountId, lines })
    setFresh(same ? newEntries(shown.lines, lines) : NONE)
  }
  useEffect(() => {
    if (fresh.size === 0) return undefined
    const timer = setTimeout(() => setFresh(NONE), MARKED_MS)
    return () => clearTimeout(timer)
  }, [fresh])
  const rows = mapAnswer(answer, (newest) => (same ? shown.lines : newest))
  const waiting = same && lines !== undefined ? newEntries(shown.lines, lines).size : 0
  return { rows, fresh, waiting }
}

/** Whether a list is in use: the pointer has just moved over it, or the focus is in it. */
export function useInUse() {
  const [pointer, setPointer] = useState(false)
  const [focus, setFocus] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const forgetPointer = () => setPointer(false)
  const handlers = {
    onPointerMove: () => {
      setPointer(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(forgetPointer, IN_USE_MS)
    },
    onPointerLeave: forgetPointer,
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
  }
  return { inUse: pointer || focus, handlers }
}
