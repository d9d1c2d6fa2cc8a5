import type { ReactNode } from 'react'
import { Amount } from './amount.tsx'
import layout from '../theme/layout.module.css'
import styles from './table.module.css'

/** A sum for the foot, as decimal text: the screen adds it up in bigint, the foot only shows it. */
export type TableSum = { readonly label: string; readonly value: string; readonly currency: string }

export function TableFoot({
  text,
  sums,
  children,
}: {
  readonly text: string
  readonly sums: readonly TableSum[]
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.foot}>
      <span>{text}</span>
      {children}
      <span className={layout.grow} />
      {sums.map(({ label, value, currency }) => (
        <span key={`${label}${currency}`}>
          {label} <Amount value={value} currency={currency} strong />
        </span>
      ))}
    </div>
  )
}
