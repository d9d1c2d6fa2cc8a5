import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { AccountTermsView } from '../../../shared/contract/products.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { decimalSign } from '../../i18n/amounts.ts'
import { LoanView } from './loan-view.tsx'
import { PayOutLoan } from './pay-out-loan.tsx'
import { isNothing, shortDecimal } from './percent.ts'
import { ratesInWords } from './rates-in-words.ts'
import layout from '../../theme/layout.module.css'
import sums from '../../components/sums.module.css'

type Props = { readonly account: AccountView }

/** What an account earns, costs and owes beside its balance: its product, the interest that has accrued, and its loan. */
export function AccountTerms({ account }: Props) {
  const { t } = useTranslation('products')
  const { answer } = useQueryCall('products.readAccount', { accountId: account.id })
  const mayPayOut =
    useMay('products.payOutLoan') && account.accountType === 'LOAN' && account.status === 'ACTIVE'
  const [paying, setPaying] = useState(false)
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  const { value } = answer
  return (
    <section className={layout.stack} aria-label={t('account.title')}>
      <TermsFacts account={account} terms={value} />
      {value.loan !== null && <LoanView loan={value.loan} currency={account.currency} />}
      {value.loan === null && mayPayOut && !paying && (
        <BusyButton variant="default" onClick={() => setPaying(true)}>
          {t('loan.payOut')}
        </BusyButton>
      )}
      {value.loan === null && paying && <PayOutLoan account={account} onClose={() => setPaying(false)} />}
    </section>
  )
}

type FactsProps = Props & { readonly terms: AccountTermsView }

function TermsFacts({ account, terms: { productName, terms, earned, owed, accruedThrough } }: FactsProps) {
  const { t } = useTranslation('products')
  const accrued = [
    { label: t('account.earned'), value: earned },
    { label: t('account.owed'), value: owed },
  ].filter(({ value }) => accruedThrough !== null && !isNothing(value))
  return (
    <dl className={sums.sums}>
      <Fact label={t('name')}>
        <bdi>{productName}</bdi>
      </Fact>
      <Fact label={isOwed(account.accountType) ? t('loanRate') : t('interest')}>
        {ratesInWords(terms) ?? t('noInterest')}
      </Fact>
      {accrued.map(({ label, value }) => (
        <Fact key={label} label={label}>
          <bdi dir="ltr">
            {shortDecimal(value).replace('.', decimalSign())} {account.currency}
          </bdi>
        </Fact>
      ))}
    </dl>
  )
}
