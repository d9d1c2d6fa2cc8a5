import { useTranslation } from 'react-i18next'
import { AnswerDialog } from '../../components/answer-dialog.tsx'
import { RecoverySlip } from './recovery-slip.tsx'
import { useRecoveries } from './use-recoveries.ts'

/** Recovery slips, one after the other, before anything else is done: somebody may be waiting with cash. */
export function Recoveries() {
  const { t } = useTranslation('intents')
  const { recoveries, acknowledge, putOff } = useRecoveries()
  const [first] = recoveries
  return (
    <AnswerDialog title={t('title')} opened={first !== undefined} size={520}>
      {first !== undefined && (
        <RecoverySlip
          key={first.key}
          recovery={first}
          total={recoveries.length}
          onSeen={() => acknowledge(first.key)}
          onLater={() => putOff(first)}
        />
      )}
    </AnswerDialog>
  )
}
