import type { ReactNode } from 'react'

type Props = {
  readonly label: ReactNode
  /** The result of the lines above it, drawn as a sum. */
  readonly total?: boolean
  readonly children: ReactNode
}

/** A term and its value, one line or column of a `<dl>`; the list's class says how they are laid out. */
export function Fact({ label, total = false, children }: Props) {
  return (
    <div data-sum={total || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
