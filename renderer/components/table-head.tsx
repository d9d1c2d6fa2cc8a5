import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './table-column.ts'
import styles from './table.module.css'

type Sorted = 'asc' | 'desc' | false

type Props<T> = {
  readonly columns: readonly Column<T>[]
  readonly sortOf: (id: string) => Sorted
  readonly onSort: (id: string) => void
}

const ARIA = { asc: 'ascending', desc: 'descending' } as const

/** The sticky head. Widths are fixed here, so that nothing moves when rows come and go. */
export function TableHead<T>({ columns, sortOf, onSort }: Props<T>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, header, sort, numeric, width }) => {
          const sorted = sortOf(id)
          return (
            <th
              key={id}
              scope="col"
              className={numeric === true ? styles.numeric : ''}
              style={width === undefined ? undefined : { width }}
              aria-sort={sorted === false ? undefined : ARIA[sorted]}
            >
              {sort === undefined ? (
                header
              ) : (
                <SortButton header={header} sorted={sorted} onSort={() => onSort(id)} />
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type SortProps = Pick<Column<never>, 'header'> & { readonly sorted: Sorted; readonly onSort: () => void }

function SortButton({ header, sorted, onSort }: SortProps) {
  const { t } = useTranslation('components')
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={styles.sortButton}
      title={typeof header === 'string' ? t('sortBy', { column: header }) : undefined}
      onClick={onSort}
    >
      {header}
      {sorted !== false && <Arrow size={12} stroke={2} aria-hidden />}
    </button>
  )
}
