import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { roveFocus } from '../keyboard/roving.ts'
import { classes } from '../theme/classes.ts'
import layout from '../theme/layout.module.css'
import styles from './work-queue.module.css'

/** Arrow keys move among the rows, which are one tab stop. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

type Props = {
  readonly label: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLUListElement>
}

/** What waits for somebody’s decision, a row each. */
export function WorkQueue({ label, children, ref }: Props) {
  return (
    <ul
      className={classes(layout.scroll, styles.queue)}
      aria-label={label}
      data-queue
      {...ROVING}
      {...(ref === undefined ? {} : { ref })}
    >
      {children}
    </ul>
  )
}

type ItemProps = {
  readonly chosen: boolean
  readonly onChoose: () => void
  /** Four cells, two in a line: whom it is about, its age or state, what it is, and a number or nothing. */
  readonly children: ReactNode
}

export function WorkQueueItem({ chosen, onChoose, children }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={chosen || undefined}
        tabIndex={chosen ? 0 : -1}
        onClick={onChoose}
      >
        {children}
      </button>
    </li>
  )
}
