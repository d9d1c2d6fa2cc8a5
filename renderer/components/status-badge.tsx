import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './status-badge.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'wait' | 'neutral'

const ICONS = {
  ok: IconCheck,
  warn: IconAlertTriangle,
  bad: IconX,
  wait: IconClock,
  neutral: IconMinus,
} as const

/** A state in words, with a sign and a colour beside them: never the colour alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
