import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TableFoot, type TableSum } from './table-foot.tsx'
import { TableHead } from './table-head.tsx'
import { TableRows } from './table-rows.tsx'

export type Column<T> = {
  readonly id: string
  /** From a catalogue. */
  readonly header: ReactNode
  readonly cell: (row: T) => ReactNode
  /** What the column is sorted by; without it the column cannot be sorted. Money sorts by its bigint minor units. */
  readonly sort?: (row: T) => string | number | bigint
  /** Figures: right aligned in any direction of text, tabular. */
  readonly numeric?: boolean
  /** In pixels. Columns without a width share what is left. */
  readonly width?: number
}

export type DataTableProps<T> = {
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[] | undefined
  readonly rowKey: (row: T) => string
  readonly empty: ReactNode
  /** How many there are, in the words of what is listed, for the foot. */
  readonly counted: (count: number) => string
  /** Enter or click. */
  readonly onOpen?: (row: T) => void
  /** Called with the row that the keys have just come to. */
  readonly onWalk?: (row: T) => void
  /** The row that the rest of the screen is about. */
  readonly selectedKey?: string | null
  /** Rows that just came from elsewhere are marked. */
  readonly fresh?: (row: T) => boolean
  /** 32 postings, 40 accounts, 48 people. */
  readonly rowHeight?: 32 | 40 | 48
  readonly sums?: readonly TableSum[]
  /** What else the foot says, and buttons such as export. */
  readonly foot?: ReactNode
  /** Called when the last rows come into sight: the next page. */
  readonly onEnd?: () => void
  readonly initialSort?: { readonly id: string; readonly desc: boolean }
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
export type Features = typeof features

const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint'

const compare = (a: unknown, b: unknown) => {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b)
  return isNumber(a) && isNumber(b) && a !== b ? (a < b ? -1 : 1) : 0
}

const definitions = <T extends object>(columns: readonly Column<T>[]): ColumnDef<Features, T>[] =>
  columns.map((column) => ({
    id: column.id,
    accessorFn: (row: T) => column.sort?.(row) ?? null,
    enableSorting: column.sort !== undefined,
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  }))

const NOTHING: never[] = []

/** A table that is walked by arrow keys is a grid (WAI-ARIA practices); its rows and cells follow from that. */
const GRID = { role: 'grid' } as const

/** What a column without a width is given at least. Below the sum the table scrolls sideways: nothing overlaps. */
const LEAST_WIDTH = 64

const leastWidth = (columns: readonly { readonly width?: number }[]) =>
  columns.reduce((sum, { width = LEAST_WIDTH }) => sum + width, 0)

/** A dense table: one tab stop, arrow keys, sorting, only the rows in sight are drawn, count and sums at the foot. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { columns, rows, rowKey, initialSort } = props
  const { t } = useTranslation('components')
  // State, not a ref: the rows beneath measure it, and must be drawn again when it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [sorting, setSorting] = useState<SortingState>(initialSort === undefined ? [] : [initialSort])
  const data = useMemo(() => (rows === undefined ? NOTHING : [...rows]), [rows])
  const table = useTable<Features, T>({
    features,
    data,
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const sorted = table.getRowModel().rows.map(({ original }) => original)

  return (
    <div className="table-frame">
      <div className="table-scroll" ref={setScroller}>
        <table
          className="tbl"
          style={{ minWidth: leastWidth(columns) }}
          {...GRID}
          aria-label={props.label}
          aria-rowcount={rows === undefined ? -1 : rows.length + 1}
          aria-busy={rows === undefined || undefined}
        >
          <TableHead
            columns={columns}
            sortOf={(id) => table.getColumn(id)?.getIsSorted() ?? false}
            onSort={(id) => table.getColumn(id)?.toggleSorting()}
          />
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
