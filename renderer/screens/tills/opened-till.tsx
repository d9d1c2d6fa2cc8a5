import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useGo } from '../../app/navigate.ts'
import { ProposedCash } from '../approvals/proposed-cash.tsx'

type Props = { readonly result: CallOutput<'tills.open'>; readonly onCount: () => void }

/** The till is open; its float waits for the second count. */
export function OpenedTill({ result: { name, approvalId }, onCount }: Props) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <SlipPanel title={t('holding.title', { name })}>
      <Note tone="ok">
        <b>{t('open.opened', { name })}</b>
      </Note>
      {approvalId !== null && <ProposedCash approvalId={approvalId} waits={t('open.waits')} />}
      <BusyButton size="lg" fullWidth startHere onClick={() => go('/counter')}>
        {t('holding.counter')}
      </BusyButton>
      <BusyButton variant="default" fullWidth keys="F10" onClick={onCount}>
        {t('holding.count')}
      </BusyButton>
    </SlipPanel>
  )
}
