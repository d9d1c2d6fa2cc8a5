import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useGo } from '../../app/navigate.ts'
import { ProposedCash } from '../approvals/proposed-cash.tsx'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly name: string
  /** Cash of the till that waits for the second count. */
  readonly waits: string | null
  readonly onCount: () => void
  readonly onCash: () => void
}

/** The caller holds a till: go to the counter, have more cash or less, or count and close it. */
export function HoldingTill({ name, waits, onCount, onCash }: Props) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <SlipPanel title={t('holding.title', { name })}>
      <p className={typography.subdued}>{t('holding.hint')}</p>
      {waits !== null && <ProposedCash approvalId={waits} waits={t('cash.waits')} />}
      <BusyButton size="lg" fullWidth keys="F10" startHere onClick={onCount}>
        {t('holding.count')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={() => go('/counter')}>
        {t('holding.counter')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={onCash}>
        {t('cash.title')}
      </BusyButton>
    </SlipPanel>
  )
}
