import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { GateCard } from '../components/gate-card.tsx'
import { RestoreForm } from '../screens/backups/restore-form.tsx'
import buttons from '../components/buttons.module.css'

/** Restoring a bank before anybody is signed in: on an empty computer, or where its data cannot be opened. */
export function RestoreGate({ session, onBack }: { session: SessionView; onBack: () => void }) {
  const { t } = useTranslation('gates')
  return (
    <GateCard
      session={session}
      wide
      aside={
        <button type="button" className={buttons.link} onClick={onBack}>
          {t('back')}
        </button>
      }
    >
      <RestoreForm folder={null} onLeave={onBack} />
    </GateCard>
  )
}
