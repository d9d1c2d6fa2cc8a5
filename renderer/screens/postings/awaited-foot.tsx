import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { DecideHere } from '../approvals/decide-here.tsx'
import { TakeBack } from './take-back.tsx'
import styles from './slip.module.css'

type Props = { readonly approval: ApprovalView | null | undefined; readonly onNext: () => void }

/** What can be done with what waits for a second person: decide it here, take it back, or go on to the next customer. */
export function AwaitedFoot({ approval, onNext }: Props) {
  const { t } = useTranslation('postings')
  return (
    <div className={styles.foot} onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}>
      {approval?.status === 'PENDING' && (
        <>
          <DecideHere view={approval} size="lg" />
          <TakeBack approval={approval} />
        </>
      )}
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onNext}>
        {t('next')}
      </BusyButton>
    </div>
  )
}
