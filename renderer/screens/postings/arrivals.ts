import { useEffect, useRef, useState } from 'react'
import type { StatementLine } from '../../../shared/contract/accounts.ts'

/** How long something new is marked. */
const MARKED_MS = 6_000
/** How long the list holds still after the pointer last moved over it. */
const STILL_MS = 1_500

const NONE: ReadonlySet<string> = new Set()

/** The postings that were not there before. */
export const newcomers = (
  before: readonly StatementLine[],
  after: readonly StatementLine[],
): ReadonlySet<string> => {
  const known = new Set(before.map(({ entryId }) => entryId))
  return new Set(after.map(({ entryId }) => entryId).filter((id) => !known.has(id)))
}

/**
 * The last postings of an account as they should be shown: new ones on top and marked for a moment, but held back while
 * somebody works in the list, so that no row moves away under the pointer. `waiting` says how many are held back.
 */
export function useArrivals(accountId: string, lines: readonly StatementLine[] | undefined, held: boolean) {
  const [shown, setShown] = useState<{ accountId: string; lines: readonly StatementLine[] } | null>(null)
  const [fresh, setFresh] = useState(NONE)
  const same = shown?.accountId === accountId
  if (lines !== undefined && lines !== shown?.lines && !(held && same)) {
    setShown({ accountId, lines })
    setFresh(same ? newcomers(shown.lines, lines) : NONE)
  }
  useEffect(() => {
    if (fresh.size === 0) return undefined
    const timer = setTimeout(() => setFresh(NONE), MARKED_MS)
    return () => clearTimeout(timer)
  }, [fresh])
  const rows = same ? shown.lines : lines
  const waiting = rows === undefined || lines === undefined ? 0 : newcomers(rows, lines).size
  return { rows, fresh, waiting }
}

/** Whether somebody works in a list: the pointer moves over it, or the focus is in it. */
export function useHeld() {
  const [pointer, setPointer] = useState(false)
  const [focus, setFocus] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const rest = () => setPointer(false)
  const handlers = {
    onPointerMove: () => {
      setPointer(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(rest, STILL_MS)
    },
    onPointerLeave: rest,
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
  }
  return { held: pointer || focus, handlers }
}
