import { useLayoutEffect, useRef } from 'react'

/** What the bar leaves out, one after the other, where not all of it has room: what is written elsewhere, words beside a mark, then a line. */
const YIELDS = ['hints', 'words', 'line'] as const

/** Shows as much of the bar as has room with every name whole, and measures again whenever the window or anything in the bar changes. */
export function useFittingBar() {
  const ref = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const bar = ref.current
    if (bar === null) return undefined
    const fit = () => fitBar(bar)
    const resized = new ResizeObserver(fit)
    const changed = new MutationObserver(fit)
    resized.observe(bar)
    changed.observe(bar, { childList: true, characterData: true, subtree: true })
    // Letters of another width come with their font.
    void document.fonts.ready.then(fit)
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [])
  return ref
}

function fitBar(bar: HTMLElement): void {
  for (let left = 0; left <= YIELDS.length; left += 1) {
    bar.dataset['leftOut'] = YIELDS.slice(0, left).join(' ')
    if (!isCut(bar)) return
  }
}

const isTooNarrow = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth

const isCut = (bar: HTMLElement): boolean =>
  isTooNarrow(bar) || [...bar.querySelectorAll('[data-name]')].some(isTooNarrow)
