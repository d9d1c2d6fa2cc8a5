import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import type { DecisionState } from './use-decision.ts'
import styles from './review.module.css'

type Props = {
  readonly decision: DecisionState
  /** It can be shown here, it has not expired, and nobody has decided it. */
  readonly approvable: boolean
  /** Pressed while the document is still being drawn. */
  readonly held: boolean
  readonly onApprove: () => void
  readonly onReject: () => void
}

/** A document that has expired, or that could not be shown, can only be rejected. */
export function DecisionButtons({ decision, approvable, held, onApprove, onReject }: Props) {
  const { t } = useTranslation('documents')
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
        busy={decision.approval.busy || held}
        unavailable={!approvable && !decision.approval.busy}
        onClick={onApprove}
      >
        {t('approve')}
      </BusyButton>
    </div>
  )
}
