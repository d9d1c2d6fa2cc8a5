import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useGo } from '../../app/navigate.ts'
import typography from '../../theme/typography.module.css'

/** The caller holds a till: go to the counter, or count and close it. */
export function HoldingTill({ name, onCount }: { readonly name: string; readonly onCount: () => void }) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <SlipPanel title={t('holding.title', { name })}>
      <p className={typography.subdued}>{t('holding.hint')}</p>
      <BusyButton size="lg" fullWidth keys="F10" startHere onClick={onCount}>
        {t('holding.count')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={() => go('/counter')}>
        {t('holding.counter')}
      </BusyButton>
    </SlipPanel>
  )
}
