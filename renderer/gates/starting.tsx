import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { GateCard } from '../components/gate-card.tsx'
import { useBackupWork } from '../screens/backups/use-restore.ts'
import { WorkProgress } from '../screens/backups/work-progress.tsx'
import typography from '../theme/typography.module.css'
import gate from '../components/gate-card.module.css'

/** The database is being opened: an embedded server is starting, a configured one is being connected, or a bank is being restored. */
export function Starting({ session }: { readonly session: SessionView }) {
  const work = useBackupWork()
  return (
    <GateCard session={session}>
      <div className={gate.form} aria-live="polite">
        {work === null ? <Opening /> : <WorkProgress work={work} />}
      </div>
    </GateCard>
  )
}

function Opening() {
  const { t } = useTranslation('gates')
  return (
    <>
      <h1>{t('starting')}</h1>
      <p className={typography.secondary}>{t('startingHint')}</p>
      <Progress value={100} animated aria-label={t('starting')} />
    </>
  )
}
