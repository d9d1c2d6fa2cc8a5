import { useEffect, useState, type KeyboardEvent } from 'react'
import type { DataTableProps } from './data-table.tsx'
import { roveTo } from '../keyboard/roving.ts'
import { measureRows, UNMEASURED, useRows } from './use-rows.ts'

type Props<T> = DataTableProps<T> & {
  readonly sorted: readonly T[]
  readonly scroller: HTMLDivElement | null
}

const SKELETON_ROWS = 8

/** In a table nobody types, so the letters of a review move too. */
const LIKE_ARROWS: Readonly<Record<string, string>> = { J: 'ArrowDown', K: 'ArrowUp' }

/** Two empty rows above and below stand for those out of sight, so that a real table keeps its real height. */
export function TableRows<T>(props: Props<T>) {
  const { columns, rows, sorted, rowHeight = 32, scroller, onEnd } = props
  const [at, setAt] = useState(0)
  const current = Math.min(at, Math.max(sorted.length - 1, 0))
  const virtual = useRows({
    count: sorted.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: UNMEASURED,
    observeElementRect: measureRows,
    scrollPaddingStart: rowHeight,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (sorted.length > 0 && last >= sorted.length - 1) onEnd?.()
  }, [last, sorted.length, onEnd])

  const focusRow = (index: number) => {
    setAt(index)
    virtual.scrollToIndex(index)
    // The row may be drawn only after the scroll, so it is looked for in the next frame.
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLTableRowElement))
      return
    const row = sorted[current]
    if (event.key === 'Enter' && row !== undefined && props.onOpen !== undefined) {
      event.preventDefault()
      props.onOpen(row)
      return
    }
    const to = roveTo(LIKE_ARROWS[event.key.toUpperCase()] ?? event.key, current, sorted.length)
    if (to === null) return
    event.preventDefault()
    focusRow(to)
  }

  if (rows === undefined) return <Skeleton columns={columns.length} rowHeight={rowHeight} />
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody {...{ onKeyDown }}>
      <Spacer height={before} />
      {items.map(({ index }) => {
        const row = sorted[index]
        return (
          row !== undefined && (
            <Row
              key={props.rowKey(row)}
              {...props}
              row={row}
              index={index}
              stop={index === current}
              onFocus={(now) => {
                setAt(now)
                props.onWalk?.(row)
              }}
            />
          )
        )
      })}
      <Spacer height={after} />
    </tbody>
  )
}

type RowProps<T> = Props<T> & {
  readonly row: T
  readonly index: number
  readonly stop: boolean
  readonly onFocus: (index: number) => void
}

function Row<T>({ row, index, stop, onFocus, columns, rowKey, ...props }: RowProps<T>) {
  const selected = props.selectedKey === rowKey(row)
  const walk = { onFocus: () => onFocus(index), onClick: () => props.onOpen?.(row) }
  return (
    <tr
      data-index={index}
      data-on={selected || undefined}
      data-fresh={props.fresh?.(row) || undefined}
      data-opens={props.onOpen !== undefined || undefined}
      style={{ height: props.rowHeight ?? 32 }}
      {...walk}
      aria-rowindex={index + 2}
      aria-selected={props.selectedKey === undefined ? undefined : selected}
      tabIndex={stop ? 0 : -1}
    >
      {columns.map(({ id, cell, numeric }) => (
        <td key={id} className={numeric === true ? 'n' : 'clip'}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null
}

/** Grey bars where rows will be: the layout is there before the data. */
function Skeleton({ columns, rowHeight }: { columns: number; rowHeight: number }) {
  return (
    <tbody aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <tr key={row} style={{ height: rowHeight }}>
          {Array.from({ length: columns }, (_cell, column) => (
            <td key={column}>
              <span className="skeleton">{'\u00a0'}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
