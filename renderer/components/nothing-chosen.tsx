import { useEffect } from 'react'
import { Note } from './failure-note.tsx'
import { EmptyState } from './empty-state.tsx'
import layout from '../theme/layout.module.css'

type Props = {
  readonly title: string
  readonly hint: string
  /** What was done with the one that was chosen before; null where nothing was. */
  readonly said: string | null
}

/** The column beside a list while nothing of it is chosen. The focus of a form that stood here returns to the list. */
export function NothingChosen({ title, hint, said }: Props) {
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main tr[tabindex="0"]')?.focus()
  }, [])
  return (
    <>
      {said !== null && (
        <div className={layout.padded}>
          <Note tone="ok">{said}</Note>
        </div>
      )}
      <EmptyState title={title} hint={hint} />
    </>
  )
}
