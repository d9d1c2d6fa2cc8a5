import { useState, type KeyboardEvent } from 'react'
import { roveTo } from '../keyboard/roving.ts'

/** A table has no text input, so the letters that move through a review work here too. */
const LETTERS: Readonly<Record<string, string>> = { J: 'ArrowDown', K: 'ArrowUp' }

type Options<T> = {
  readonly sorted: readonly T[]
  readonly scroller: HTMLDivElement | null
  readonly scrollToIndex: (index: number) => void
  readonly onOpen: ((row: T) => void) | undefined
}

/** The one tab stop of a table, and the keys that move it; Enter opens the row it is on. */
export function useRowNavigation<T>({ sorted, scroller, scrollToIndex, onOpen }: Options<T>) {
  const [at, setAt] = useState(0)
  const current = Math.min(at, Math.max(sorted.length - 1, 0))
  const focusRow = (index: number) => {
    setAt(index)
    scrollToIndex(index)
    // The row may be drawn only after the scroll, so it is looked for in the next frame.
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLTableRowElement))
      return
    const row = sorted[current]
    if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) {
      event.preventDefault()
      onOpen(row)
      return
    }
    const to = roveTo(LETTERS[event.key.toUpperCase()] ?? event.key, current, sorted.length)
    if (to === null) return
    event.preventDefault()
    focusRow(to)
  }
  return { current, setCurrent: setAt, onKeyDown }
}
