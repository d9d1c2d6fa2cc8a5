import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { GateCard } from '../components/gate-card.tsx'
import typography from '../theme/typography.module.css'
import gate from '../components/gate-card.module.css'

/** The database is being opened: an embedded server is starting, or a configured one is being connected. */
export function Starting({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('gates')
  return (
    <GateCard session={session}>
      <div className={gate.form} aria-live="polite">
        <h1>{t('starting')}</h1>
        <p className={typography.secondary}>{t('startingHint')}</p>
        <Progress value={100} animated aria-label={t('starting')} />
      </div>
    </GateCard>
  )
}
