import type { ReactNode } from 'react'

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

/** What a column without a width is given at least. Below the sum the table scrolls sideways: nothing overlaps. */
const LEAST_WIDTH = 64

/** In pixels. */
export const leastWidth = (columns: readonly { readonly width?: number }[]) =>
  columns.reduce((sum, { width = LEAST_WIDTH }) => sum + width, 0)
