import styles from './table.module.css'
const SKELETON_ROWS = 8

/** Grey bars where rows will be: the layout is there before the data. */
export function TableSkeleton({
  columns,
  rowHeight,
}: {
  readonly columns: number
  readonly rowHeight: number
}) {
  return (
    <tbody aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <tr key={row} style={{ height: rowHeight }}>
          {Array.from({ length: columns }, (_cell, column) => (
            <td key={column}>
              <span className={styles.skeleton}>{'\u00a0'}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
