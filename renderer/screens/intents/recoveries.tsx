import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { RecoverySlip } from './recovery-slip.tsx'
import { useRecoveries } from './use-recoveries.ts'

/** Recovery slips, one after the other, before anything else is done: somebody may be waiting with cash. */
export function Recoveries() {
  const { t } = useTranslation('intents')
  const { stage } = useSession()
  const { recoveries, acknowledge, putOff } = useRecoveries()
  const [first] = recoveries
  return (
    <Modal
      opened={first !== undefined && stage === 'ready'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      attributes={{ content: { 'aria-label': t('title') } }}
      lockScroll={false}
      size={520}
      radius={8}
      shadow="none"
      overlayProps={{ backgroundOpacity: 0.4, color: '#0C121B' }}
      transitionProps={{ duration: 0 }}
    >
      {first !== undefined && (
        <RecoverySlip
          key={first.key}
          recovery={first}
          total={recoveries.length}
          onSeen={() => acknowledge(first.key)}
          onLater={() => putOff(first)}
        />
      )}
    </Modal>
  )
}
