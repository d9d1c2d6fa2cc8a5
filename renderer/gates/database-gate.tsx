import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { DatabaseForm } from '../screens/database/database-form.tsx'
import { GateCard } from '../components/gate-card.tsx'
import buttons from '../components/buttons.module.css'
import gate from '../components/gate-card.module.css'

/** The database connection before anybody is signed in. */
export function DatabaseGate({ session, onBack }: { session: SessionView; onBack: () => void }) {
  const { t } = useTranslation(['gates', 'database'])
  useKeys({ Escape: { label: t('back'), run: onBack } })
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
      <div className={gate.form}>
        <h1 className={gate.title}>{t('database:title')}</h1>
        <DatabaseForm />
      </div>
    </GateCard>
  )
}
