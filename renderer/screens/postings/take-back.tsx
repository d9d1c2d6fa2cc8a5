import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

/** Takes a posting back that waits: by one key, because nothing of it is posted. */
export function TakeBack({ approval }: { readonly approval: ApprovalView }) {
  const { t } = useTranslation('postings')
  const withdraw = useCall('approvals.withdraw')
  const run = () => void withdraw.run({ approvalId: approval.id })
  useKeys({ W: { label: t('awaited.takeBack'), run, disabled: withdraw.busy } })
  return (
    <>
      <FailureNote failure={withdraw.failure} />
      <BusyButton size="lg" variant="default" fullWidth keys="W" busy={withdraw.busy} onClick={run}>
        {t('awaited.takeBack')}
      </BusyButton>
    </>
  )
}
