import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { compareCells } from './compare-cells.ts'
import type { Column } from './table-column.ts'
import type { TableProps } from './table-props.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

const definitions = <T extends object>(columns: readonly Column<T>[]): ColumnDef<Features, T>[] =>
  columns.map((column) => ({
    id: column.id,
    accessorFn: (row: T) => column.sort?.(row) ?? null,
    enableSorting: column.sort !== undefined,
    sortFn: (a, b, id) => compareCells(a.getValue(id), b.getValue(id)),
  }))

/** No rows are drawn then; the table says why. */
const NOT_KNOWN: readonly never[] = []

/** The rows in the order that the reader chose by the column heads, and what the heads need. */
export function useSortedRows<T extends object>({ columns, rows, rowKey, initialSort }: TableProps<T>) {
  const [sorting, setSorting] = useState<SortingState>(initialSort === undefined ? [] : [initialSort])
  const value = rows.state === 'known' ? rows.value : NOT_KNOWN
  const data = useMemo(() => [...value], [value])
  const table = useTable<Features, T>({
    features,
    data,
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
  })
  return {
    sorted: table.getRowModel().rows.map(({ original }) => original),
    sortOf: (id: string) => table.getColumn(id)?.getIsSorted() ?? false,
    onSort: (id: string) => table.getColumn(id)?.toggleSorting(),
  }
}
