import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'

type Props = { readonly reference: string; readonly onClose: () => void }

/** The posting at which an account begins to diverge. */
export function FaultPosting({ reference, onClose }: Props) {
  const { t } = useTranslation('books')
  const { answer } = useQueryCall('postings.find', { reference })
  useKeys({ Escape: { label: t('ledger.back'), run: onClose } })
  if (answer.state === 'known') return <ReceiptPanel transactionId={answer.value.id} onClose={onClose} />
  return (
    <>
      <AnswerNote answer={answer} />
      <BusyButton variant="default" keys="Escape" onClick={onClose}>
        {t('ledger.back')}
      </BusyButton>
    </>
  )
}
