import { observeElementRect } from '@tanstack/react-virtual'

// The virtualizer is one object whose answers change, so nothing that receives it may be memoized.
export { useVirtualizer as useRows } from '@tanstack/react-virtual'

/** What is known before the first measure: enough to draw the first rows and the overscan. */
export const UNMEASURED = { width: 0, height: 1 } as const

/** A frame that has no height yet would draw no row, so the height is never less than one pixel. */
export const measureRows: typeof observeElementRect = (instance, report) =>
  observeElementRect(instance, ({ width, height }) =>
    report({ width, height: Math.max(height, UNMEASURED.height) }),
  )
