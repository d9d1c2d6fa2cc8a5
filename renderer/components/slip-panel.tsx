import type { ReactNode } from 'react'

/** A slip in the side column: its title stays, what it asks for scrolls. */
export function SlipPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <header className="head">
        <h2>{title}</h2>
      </header>
      <div className="scroll pad stack till-slip">{children}</div>
    </>
  )
}
