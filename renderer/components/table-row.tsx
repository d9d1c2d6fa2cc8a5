import type { TableProps } from './table-props.ts'
import typography from '../theme/typography.module.css'
import styles from './table.module.css'

type Props<T> = Omit<TableProps<T>, 'onRowFocus'> & {
  readonly row: T
  readonly index: number
  /** Whether the table's one tab stop is here. */
  readonly stop: boolean
  readonly onFocus: () => void
}

/** The head is row 1 for screen readers, so the first of the rows is row 2. */
const FIRST_ROW_INDEX = 2

export function TableRow<T>({ row, index, stop, onFocus, columns, rowKey, ...props }: Props<T>) {
  const selected = props.selectedKey === rowKey(row)
  const handlers = { onFocus, onClick: () => props.onOpen?.(row) }
  return (
    <tr
      data-index={index}
      data-on={selected || undefined}
      data-fresh={props.fresh?.(row) || undefined}
      data-opens={props.onOpen !== undefined || undefined}
      style={{ height: props.rowHeight ?? 32 }}
      {...handlers}
      aria-rowindex={index + FIRST_ROW_INDEX}
      aria-selected={props.selectedKey === undefined ? undefined : selected}
      tabIndex={stop ? 0 : -1}
    >
      {columns.map(({ id, cell, numeric }) => (
        <td key={id} className={numeric === true ? styles.numeric : typography.clipped}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** An empty row that is as high as the rows that are not drawn. */
export function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null
}
