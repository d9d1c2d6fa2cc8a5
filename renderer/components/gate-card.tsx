import { IconBuildingBank } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { GateFacts } from './gate-facts.tsx'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'
import styles from './gate-card.module.css'

type Props = {
  readonly session: SessionView
  readonly children: ReactNode
  readonly wide?: boolean
  /** A link beneath the form, such as to the connection settings. */
  readonly aside?: ReactNode
}

/** The card in the middle of the window before the user has signed in. */
export function GateCard({ session, children, wide = false, aside }: Props) {
  const { t } = useTranslation('shell')
  return (
    <main className={styles.gate}>
      <div className={styles.card} data-wide={wide || undefined}>
        <header className={styles.head}>
          <div className={styles.brand}>
            <IconBuildingBank size={20} stroke={1.75} aria-hidden />
            <b>{t('product')}</b>
          </div>
          <span className={layout.grow} />
          {session.branch !== null && <span className={typography.secondary}>{session.branch.name}</span>}
        </header>
        {children}
        <GateFacts session={session} />
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
    </main>
  )
}
