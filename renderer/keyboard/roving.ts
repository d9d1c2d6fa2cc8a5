import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, (at: number, count: number, page: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, _, page) => at + page,
  PageUp: (at, _, page) => at - page,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Where a key moves to in a list of `count` with one tab stop, or null when it does not move. */
export function roveTo(key: string, at: number, count: number, page = 10): number | null {
  const step = STEPS[key]
  if (step === undefined || count === 0) return null
  return Math.min(Math.max(step(at, count, page), 0), count - 1)
}

/** Arrow keys among the elements of `selector` inside the element that listens: a list is one tab stop. */
export function roveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const to = roveTo(event.key, at, items.length)
  if (to === null) return
  event.preventDefault()
  items[to]?.focus()
}
