import type { ReactNode } from 'react'
import { classes } from '../theme/classes.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'
import layout from '../theme/layout.module.css'
import styles from './panel.module.css'

/** A slip in the side column: its title stays, what it asks for scrolls. The title takes a focus that was lost with the slip before. */
export function SlipPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useFocusIfLost<HTMLHeadingElement>()
  return (
    <>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>{children}</div>
    </>
  )
}
