import { useTranslation } from 'react-i18next'
import type { Loan } from '../../../shared/contract/products.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { LoanPayments } from './loan-payments.tsx'
import { isNothing } from './percent.ts'
import { ScheduleTable } from './schedule-table.tsx'
import layout from '../../theme/layout.module.css'
import sums from '../../components/sums.module.css'

type Props = { readonly loan: Loan; readonly currency: string }

/** How a loan stands: what is owed of principal and interest, what is late, the schedule and what has been paid. */
export function LoanView({ loan, currency }: Props) {
  const { t } = useTranslation('products')
  const facts = [
    { label: t('loan.owedPrincipal'), value: loan.owedPrincipal },
    { label: t('loan.owedInterest'), value: loan.owedInterest },
  ]
  return (
    <div className={layout.stack}>
      {!isNothing(loan.arrears) && loan.overdueSince !== null && (
        <Note tone="bad">
          <b>
            {t('loan.arrears')} <Amount value={loan.arrears} currency={currency} withCurrency />
          </b>{' '}
          {t('loan.since', { date: formatDate(loan.overdueSince) })}
        </Note>
      )}
      <dl className={sums.sums}>
        {facts.map(({ label, value }) => (
          <Fact key={label} label={label}>
            <Amount value={value} currency={currency} withCurrency strong />
          </Fact>
        ))}
        <Fact label={t('loan.paidOut')}>
          <Amount value={loan.principal} currency={currency} withCurrency />
        </Fact>
        <Fact label={t('loan.paidOutOn')}>
          <DateText value={loan.paidOutOn} />
        </Fact>
        <Fact label={t('loan.method')}>{t(`loan.methods.${loan.method}`)}</Fact>
      </dl>
      <ScheduleTable schedule={loan.schedule} currency={currency} />
      {loan.payments.length > 0 && <LoanPayments payments={loan.payments} currency={currency} />}
    </div>
  )
}
