import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import type { DecisionState } from './use-decision.ts'
import styles from './review.module.css'

type Props = {
  readonly decision: DecisionState
  readonly expired: boolean
  readonly onApprove: () => void
  readonly onReject: () => void
}

/** An expired document can only be rejected. */
export function DecisionButtons({ decision, expired, onApprove, onReject }: Props) {
  const { t } = useTranslation('documents')
  const { serverConnected } = useSession()
  return (
    <div className={styles.decisions}>
      <BusyButton
        size="lg"
        variant="default"
        className={styles.reject}
        fullWidth
        keys="R"
        unavailable={decision.unavailable}
        onClick={onReject}
      >
        {t('reject')}
      </BusyButton>
      <BusyButton
        size="lg"
        fullWidth
        keys="A"
        busy={decision.approval.busy}
        unavailable={!serverConnected || decision.over || expired}
        onClick={onApprove}
      >
        {t('approve')}
      </BusyButton>
    </div>
  )
}
