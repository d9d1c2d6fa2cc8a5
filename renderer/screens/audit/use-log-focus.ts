import { useEffect, useRef, type RefObject } from 'react'

/**
 * The keys work in the log from the start, and go on working when the filter that had the focus is gone. The returned
 * function gives the focus to the log's one tab stop.
 */
export function useLogFocus(frame: RefObject<HTMLElement | null>, hasRows: boolean): () => void {
  const tabStop = () => frame.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? null
  const begun = useRef(false)
  useEffect(() => {
    if (!hasRows || (begun.current && document.activeElement !== document.body)) return
    const first = tabStop()
    begun.current = first !== null
    first?.focus()
  })
  return () => tabStop()?.focus()
}
