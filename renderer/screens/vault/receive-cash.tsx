import { useTranslation } from 'react-i18next'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { CashReceived } from './cash-received.tsx'
import { ReceiveCashForm } from './receive-cash-form.tsx'

/** Cash brought to the branch from outside, for a supervisor. */
export function ReceiveCash({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('vault')
  const posting = usePostingCommand('vault.receiveCash')
  return (
    <SlipPanel title={t('receive')}>
      {posting.phase === 'posted' ? (
        <CashReceived posting={posting} onBack={onBack} />
      ) : (
        <ReceiveCashForm posting={posting} onBack={onBack} />
      )}
    </SlipPanel>
  )
}
