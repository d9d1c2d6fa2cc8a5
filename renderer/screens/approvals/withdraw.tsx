import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'

type Props = {
  readonly approvalId: string
  /** What it waits for, where that says more than that another person decides. */
  readonly waits?: string
}

/** For the proposer: it waits for another person, and can be taken back. */
export function Withdraw({ approvalId, waits }: Props) {
  const { t } = useTranslation('approvals')
  const withdraw = useCall('approvals.withdraw')
  return (
    <>
      <Note tone="info">{waits ?? t('own')}</Note>
      <FailureNote failure={withdraw.failure} />
      <Confirm
        label={t('withdraw')}
        question={t('withdrawQuestion')}
        cancelLabel={t('keep')}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run({ approvalId })}
      />
    </>
  )
}
