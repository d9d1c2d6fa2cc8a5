import type { ReactNode } from 'react'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'
import styles from './panel.module.css'

/** The head of a screen or of a column: what it is about, what identifies it, what can be done with it. */
export function PageHeader({
  title,
  detail,
  children,
}: {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {detail !== undefined && <span className={typography.secondary}>{detail}</span>}
      <span className={layout.grow} />
      {children}
    </header>
  )
}
