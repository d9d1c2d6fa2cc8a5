import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import type { HeldTill } from './held-till.ts'
import typography from '../../theme/typography.module.css'

type Props = { readonly till: HeldTill; readonly onCount: () => void }

/**
 * Another person's till, for a supervisor: while its holder is absent, only a supervisor can close it, and with it the day. One that is counted
 * already is not counted a first time again.
 */
export function TillHeldByOther({ till: { name, holder, counted }, onCount }: Props) {
  const { t } = useTranslation('tills')
  const go = useGo()
  if (counted)
    return (
      <SlipPanel title={t('closing.title', { name })}>
        <Note tone="info">{t('heldByOther.counted', { name, holder })}</Note>
        <BusyButton size="lg" fullWidth onClick={() => go('/approvals')}>
          {t('heldByOther.approvals')}
        </BusyButton>
      </SlipPanel>
    )
  return (
    <SlipPanel title={t('heldByOther.title', { name, holder })}>
      <p className={typography.subdued}>{t('heldByOther.hint', { holder })}</p>
      <BusyButton size="lg" variant="default" fullWidth onClick={onCount}>
        {t('heldByOther.count', { holder })}
      </BusyButton>
    </SlipPanel>
  )
}
