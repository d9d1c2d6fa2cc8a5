import { observeElementRect } from '@tanstack/react-virtual'

// Its answers change without changing their identity, so nothing that takes them may be memoized; rows are not.
export { useVirtualizer as useRows } from '@tanstack/react-virtual'

/** What is known before the first measure: enough to draw the first rows and the overscan. */
export const UNMEASURED = { width: 0, height: 1 } as const

/** A frame without a height yet would draw no row at all beneath a foot that counts them, so it is never less than this. */
export const measureRows: typeof observeElementRect = (instance, tell) =>
  observeElementRect(instance, ({ width, height }) =>
    tell({ width, height: Math.max(height, UNMEASURED.height) }),
  )
