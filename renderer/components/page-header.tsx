import type { ReactNode } from 'react'

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
    <header className="head">
      <h1>{title}</h1>
      {detail !== undefined && <span className="t2">{detail}</span>}
      <span className="grow" />
      {children}
    </header>
  )
}
