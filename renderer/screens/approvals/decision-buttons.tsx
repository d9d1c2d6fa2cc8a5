import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import type { useDecide } from './use-decide.ts'
import styles from './approvals.module.css'

type Props = { readonly decide: ReturnType<typeof useDecide>; readonly onDecline: () => void }

export function DecisionButtons({ decide, onDecline }: Props) {
  const { t } = useTranslation('approvals')
  return (
    <div className={styles.decisions}>
      <BusyButton
        size="lg"
        variant="default"
        className={styles.decline}
        fullWidth
        keys="D"
        unavailable={decide.unavailable}
        onClick={onDecline}
      >
        {t('decline')}
      </BusyButton>
      <BusyButton
        size="lg"
        fullWidth
        keys="A"
        busy={decide.busy}
        unavailable={decide.unavailable && !decide.busy}
        onClick={decide.approve}
      >
        {t('approve')}
      </BusyButton>
    </div>
  )
}
