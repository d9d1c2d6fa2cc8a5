import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation('components')
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
          aria-rowcount={rows === undefined ? -1 : rows.length + 1}
          aria-busy={rows === undefined || undefined}
        >
          <TableHead columns={columns} sortOf={sortOf} onSort={onSort} />
          <TableRows {...props} sorted={sorted} scroller={scroller} />
        </table>
        {rows?.length === 0 && props.empty}
      </div>
      <TableFoot
        text={rows === undefined ? t('loading') : props.counted(rows.length)}
        sums={props.sums ?? []}
      >
        {props.foot}
      </TableFoot>
    </div>
  )
}
