import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { WorkProgress } from './work-progress.tsx'
import layout from '../../theme/layout.module.css'

/** Taking a full backup or running the drill now, and how far what runs is. */
export function BackupWorkPanel({ view: { work, folder, hasSheet } }: { readonly view: BackupView }) {
  const { t } = useTranslation('backups')
  const { run, busy, failure } = useCall('backups.run')
  if (work !== null) return <WorkProgress work={work} />
  const unavailable = folder === null || !hasSheet
  return (
    <>
      <FailureNote failure={failure} />
      <div className={layout.sideBySide}>
        <BusyButton
          variant="default"
          busy={busy}
          unavailable={unavailable}
          onClick={() => void run({ what: 'FULL' })}
        >
          {t('now')}
        </BusyButton>
        <BusyButton
          variant="default"
          busy={busy}
          unavailable={unavailable}
          onClick={() => void run({ what: 'DRILL' })}
        >
          {t('drillNow')}
        </BusyButton>
      </div>
    </>
  )
}
