import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import type { HeldTill } from './held-till.ts'
import typography from '../../theme/typography.module.css'

type Props = { readonly till: HeldTill; readonly onCount: () => void }

/** Another person's till, for a supervisor: while its holder is absent, only a supervisor can close it, and with it the day. */
export function TillHeldByOther({ till: { name, holder }, onCount }: Props) {
  const { t } = useTranslation('tills')
  return (
    <SlipPanel title={t('heldByOther.title', { name, holder })}>
      <p className={typography.subdued}>{t('heldByOther.hint', { holder })}</p>
      <BusyButton size="lg" variant="default" fullWidth onClick={onCount}>
        {t('heldByOther.count', { holder })}
      </BusyButton>
    </SlipPanel>
  )
}
