import { useTranslation } from 'react-i18next'
import { DecisionPair } from '../../components/decision-pair.tsx'
import type { DecisionState } from './use-decision.ts'

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
    <DecisionPair
      refuse={{ label: t('reject'), keys: 'R', run: onReject, unavailable: decision.unavailable }}
      approve={{
        label: t('approve'),
        keys: 'A',
        run: onApprove,
        busy: decision.approval.busy || held,
        unavailable: !approvable && !decision.approval.busy,
      }}
    />
  )
}
