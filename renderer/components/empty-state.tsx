import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = {
  readonly title: string
  /** What will be here, or what to do first. */
  readonly hint?: ReactNode
  readonly icon?: ReactNode
  readonly action?: ReactNode
}

/** An empty list or panel that says what will be in it and offers the first step. */
export function EmptyState({ title, hint, icon, action }: Props) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && <span aria-hidden>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {action}
    </div>
  )
}
