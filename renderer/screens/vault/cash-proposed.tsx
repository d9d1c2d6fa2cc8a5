import { useTranslation } from 'react-i18next'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ProposedCash } from '../approvals/proposed-cash.tsx'

type Props = {
  readonly posting: PostingCommand<'vault.moveCash'>
  readonly onBack: () => void
}

/** Cash that one person counted: it waits for the second count, and then says what came of it. */
export function CashProposed({ posting, onBack }: Props) {
  const { t } = useTranslation('vault')
  const { result } = posting
  useKeys({ Escape: { label: t('back'), run: onBack, quiet: true } })
  if (result === null) return null
  return (
    <SlipPanel title={t('move')}>
      <ProposedCash approvalId={result.approvalId} waits={t('waits')} />
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onBack}>
        {t('back')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={() => posting.reset()}>
        {t('next')}
      </BusyButton>
    </SlipPanel>
  )
}
