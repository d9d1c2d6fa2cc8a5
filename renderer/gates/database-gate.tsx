import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { DatabaseForm } from '../screens/database/database-form.tsx'
import { SideGate } from './side-gate.tsx'
import gate from '../components/gate-card.module.css'

/** The database connection before anybody is signed in. */
export function DatabaseGate({ session, onBack }: { session: SessionView; onBack: () => void }) {
  const { t } = useTranslation('database')
  return (
    <SideGate session={session} onBack={onBack}>
      <div className={gate.form}>
        <h1 className={gate.title}>{t('title')}</h1>
        <DatabaseForm />
      </div>
    </SideGate>
  )
}
