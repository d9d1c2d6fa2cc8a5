import { useEffect } from 'react'
import type { TableProps } from './table-props.ts'
import { Spacer, TableRow } from './table-row.tsx'
import { TableSkeleton } from './table-skeleton.tsx'
import { useRowNavigation } from './use-row-navigation.ts'
import { measureRows, UNMEASURED, useRows } from './use-rows.ts'

type Props<T> = TableProps<T> & {
  readonly sorted: readonly T[]
  readonly scroller: HTMLDivElement | null
}

/** Two empty rows above and below stand for those out of sight, so that a real table keeps its real height. */
export function TableRows<T>(props: Props<T>) {
  const { columns, rows, sorted, rowHeight = 32, scroller, onEnd, onOpen, onRowFocus } = props
  const virtual = useRows({
    count: sorted.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: UNMEASURED,
    observeElementRect: measureRows,
    scrollPaddingStart: rowHeight,
  })
  const { scrollToIndex } = virtual
  const { current, setCurrent, onKeyDown } = useRowNavigation({ sorted, scroller, scrollToIndex, onOpen })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)
  useEndReached(last?.index ?? -1, sorted.length, onEnd)
  if (rows.state === 'loading') return <TableSkeleton columns={columns.length} rowHeight={rowHeight} />
  return (
    <tbody {...{ onKeyDown }}>
      <Spacer height={items[0]?.start ?? 0} />
      {items.map(({ index }) => {
        const row = sorted[index]
        if (row === undefined) return null
        const onFocus = () => {
          setCurrent(index)
          onRowFocus?.(row)
        }
        const place = { row, index, onFocus, stop: index === current }
        return <TableRow key={props.rowKey(row)} {...props} {...place} />
      })}
      <Spacer height={virtual.getTotalSize() - (last?.end ?? 0)} />
    </tbody>
  )
}

function useEndReached(last: number, count: number, onEnd: (() => void) | undefined) {
  useEffect(() => {
    if (count > 0 && last >= count - 1) onEnd?.()
  }, [last, count, onEnd])
}
