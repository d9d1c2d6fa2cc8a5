import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from './receipt-panel.tsx'

/** One posting that was found by its reference, which may concern no customer's account. */
export function PostingView({ transactionId }: { readonly transactionId: string }) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const leave = () => go('/accounts')
  useKeys({ Escape: { label: t('back'), run: leave, quiet: true } })
  return (
    <Columns layout="single">
      <Column label={t('receipt')}>
        <ReceiptPanel transactionId={transactionId} onClose={leave} />
      </Column>
    </Columns>
  )
}
