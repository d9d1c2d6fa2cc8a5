import type { ReactNode } from 'react'

/** Two or three columns side by side that scroll on their own. The layout names are those of styles/columns.css. */
export function Columns({
  layout,
  children,
}: {
  readonly layout: 'counter' | 'review' | 'list-detail' | 'single'
  readonly children: ReactNode
}) {
  return <div className={`columns columns-${layout}`}>{children}</div>
}

/** One column. `tone` sinks or raises it against its neighbours. */
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
    <section className="col" data-tone={tone} aria-label={label}>
      {children}
    </section>
  )
}
