import { useTranslation } from 'react-i18next'
import type { Loan } from '../../../shared/contract/products.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { DUE_WIDTH } from './due-width.ts'
import table from '../../components/table.module.css'

type Props = { readonly payments: Loan['payments']; readonly currency: string }

/** What has been paid back, each payment split into interest and principal. */
export function LoanPayments({ payments, currency }: Props) {
  const { t } = useTranslation('products')
  return (
    <table className={table.table} aria-label={t('loan.payments')}>
      <thead>
        <tr>
          <th scope="col" style={DUE_WIDTH}>
            {t('loan.paid')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('loan.amount')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('loan.interest')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('loan.principal')}
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map(({ reference, paidOn, amount, interest, principal }) => (
          <tr key={reference}>
            <td>
              <DateText value={paidOn} />
            </td>
            {[amount, interest, principal].map((value, n) => (
              <td key={['amount', 'interest', 'principal'][n]} className={table.numeric}>
                <Amount value={value} currency={currency} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
