import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../calls/answer.ts'
import { AnswerNote } from './answer-note.tsx'
import { leastWidth } from './table-column.ts'
import { TableFoot } from './table-foot.tsx'
import { TableHead } from './table-head.tsx'
import type { TableProps } from './table-props.ts'
import { TableRows } from './table-rows.tsx'
import { useSortedRows } from './use-sorted-rows.ts'
import styles from './table.module.css'

/** A table that is navigated by arrow keys is a grid (WAI-ARIA practices); its rows and cells follow from that. */
const GRID = { role: 'grid' } as const

/** A dense table: one tab stop, arrow keys, sorting, only the rows in sight are drawn, count and sums at the foot. */
export function DataTable<T extends object>(props: TableProps<T>) {
  const { columns, rows } = props
  const listed = rows.state === 'known' ? rows.value.length : null
  // State, not a ref: the rows measure it, and must be rendered again once it exists.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { sorted, sortOf, onSort } = useSortedRows(props)
  return (
    <div className={styles.frame}>
      <div className={styles.scroll} ref={setScroller}>
        <table
          className={styles.table}
          style={{ minWidth: leastWidth(columns) }}
          {...GRID}
          aria-label={props.label}
          aria-rowcount={listed === null ? -1 : listed + 1}
          aria-busy={rows.state === 'loading' || undefined}
        >
          <TableHead columns={columns} sortOf={sortOf} onSort={onSort} />
          <TableRows {...props} sorted={sorted} scroller={scroller} />
        </table>
        <AnswerNote answer={rows} inset />
        {isEmpty(rows) && props.empty}
      </div>
      <TableFoot text={useCountText(props)} sums={props.sums ?? []}>
        {props.foot}
      </TableFoot>
    </div>
  )
}

/** There are none. Not so while the list is that of another question, or is not known. */
const isEmpty = (rows: Answer<readonly unknown[]>) =>
  rows.state === 'known' && rows.current && rows.value.length === 0

/** How many are listed, or why that cannot be said. */
function useCountText<T>({ rows, counted }: Pick<TableProps<T>, 'rows' | 'counted'>): string {
  const { t } = useTranslation('components')
  if (rows.state === 'unknown') return t('notRead')
  return rows.state === 'known' && (rows.current || rows.value.length > 0)
    ? counted(rows.value.length)
    : t('loading')
}
