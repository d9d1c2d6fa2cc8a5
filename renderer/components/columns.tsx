import type { ReactNode } from 'react'
import { classes } from '../theme/classes.ts'
import styles from './columns.module.css'

const LAYOUTS = {
  counter: styles.counter,
  review: styles.review,
  'list-detail': styles.listDetail,
  single: styles.single,
} as const

/** Two or three columns side by side that scroll on their own. */
export function Columns({
  layout,
  children,
}: {
  readonly layout: keyof typeof LAYOUTS
  readonly children: ReactNode
}) {
  return <div className={classes(styles.columns, LAYOUTS[layout])}>{children}</div>
}

/** One column. `tone` makes it darker or lighter than its neighbours. */
export function Column({
  label,
  tone = 'surface',
  children,
}: {
  readonly label: string
  readonly tone?: 'surface' | 'sunken' | 'canvas'
  readonly children: ReactNode
}) {
  return (
    <section className={styles.column} data-tone={tone} aria-label={label}>
      {children}
    </section>
  )
}
