import type { ReactNode } from 'react'
import { classes } from '../theme/classes.ts'
import layout from '../theme/layout.module.css'
import styles from './panel.module.css'

/** A slip in the side column: its title stays, what it asks for scrolls. */
export function SlipPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <header className={styles.head}>
        <h2>{title}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>{children}</div>
    </>
  )
}
