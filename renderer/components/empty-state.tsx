import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** What will be here, or what to do first. */
  readonly hint?: ReactNode
  readonly icon?: ReactNode
  readonly action?: ReactNode
}

/** An empty place that says what will be in it and offers the first step. */
export function EmptyState({ title, hint, icon, action }: Props) {
  return (
    <div className="empty">
      {icon !== undefined && (
        <span className="empty-icon" aria-hidden>
          {icon}
        </span>
      )}
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  )
}
