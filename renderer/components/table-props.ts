import type { ReactNode } from 'react'
import type { Answer } from '../calls/answer.ts'
import type { Column } from './table-column.ts'
import type { TableSum } from './table-foot.tsx'

export type TableProps<T> = {
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: Answer<readonly T[]>
  readonly rowKey: (row: T) => string
  /** Shown when it is known that there are none. */
  readonly empty: ReactNode
  /** How many there are, in the words of what is listed, for the foot. */
  readonly counted: (count: number) => string
  /** Enter or click. */
  readonly onOpen?: (row: T) => void
  /** Called with the row that has just got the focus. */
  readonly onRowFocus?: (row: T) => void
  /** The row that the rest of the screen is about. */
  readonly selectedKey?: string | null
  /** Rows that another user has just added are marked. */
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
