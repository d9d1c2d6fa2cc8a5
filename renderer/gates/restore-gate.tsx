import type { SessionView } from '../../shared/contract/sessions.ts'
import { RestoreForm } from '../screens/backups/restore-form.tsx'
import { useBackupWork } from '../screens/backups/use-restore.ts'
import { SideGate } from './side-gate.tsx'
import gate from '../components/gate-card.module.css'

/** Restoring a bank before anybody is signed in: on an empty computer, or where its data cannot be opened. */
export function RestoreGate({ session, onBack }: { session: SessionView; onBack: () => void }) {
  const isAtWork = useBackupWork()?.what === 'RESTORE'
  return (
    <SideGate session={session} onBack={isAtWork ? null : onBack}>
      <div className={gate.panel}>
        <RestoreForm folder={null} />
      </div>
    </SideGate>
  )
}
