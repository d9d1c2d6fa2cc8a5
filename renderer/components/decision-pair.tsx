import type { ReactNode } from 'react'
import { BusyButton } from './busy-button.tsx'
import { classes } from '../theme/classes.ts'
import panel from './panel.module.css'
import styles from './decision-pair.module.css'

/** The foot of a review, in which it is decided. */
export function DecisionPanel({ children }: { readonly children: ReactNode }) {
  return <div className={classes(panel.foot, panel.deciding)}>{children}</div>
}

type Side = {
  readonly label: string
  /** The key that does the same; registered by `useKeys`, not here. */
  readonly keys: string
  readonly run: () => void
  readonly unavailable: boolean
  readonly busy?: boolean
}

/** The two answers to what waits for a decision: the one that refuses, and the one that approves. */
export function DecisionPair({ refuse, approve }: { readonly refuse: Side; readonly approve: Side }) {
  return (
    <div className={styles.pair}>
      <SideButton side={refuse} variant="default" className={styles.refuse} />
      <SideButton side={approve} />
    </div>
  )
}

type ButtonProps = { readonly side: Side; readonly variant?: string; readonly className?: string | undefined }

function SideButton({ side, variant = 'filled', className = '' }: ButtonProps) {
  const { label, keys, run, unavailable, busy = false } = side
  return (
    <BusyButton
      size="lg"
      fullWidth
      variant={variant}
      className={className}
      keys={keys}
      busy={busy}
      unavailable={unavailable}
      onClick={run}
    >
      {label}
    </BusyButton>
  )
}
