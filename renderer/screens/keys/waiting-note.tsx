import type { ReactNode } from 'react'
import { Note } from '../../components/failure-note.tsx'
import { useFocusIfLost } from '../../components/use-focus-if-lost.ts'

/** Who proposed a change that waits. It takes the place of the form, and the focus that was in it. */
export function WaitingNote({ children }: { readonly children: ReactNode }) {
  return (
    <Note tone="info" ref={useFocusIfLost()}>
      {children}
    </Note>
  )
}
