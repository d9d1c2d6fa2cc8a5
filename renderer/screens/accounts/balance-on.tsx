import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Fact } from '../../components/fact.tsx'
import { DayFilter } from '../../components/form/day-filter.tsx'
import layout from '../../theme/layout.module.css'
import sums from '../../components/sums.module.css'

/** What stood on the account at the end of a date: as recorded, and by value date. */
export function BalanceOn({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  const [date, setDate] = useState<string | null>(null)
  const today = useBranchTime().today()
  const { answer } = useQueryCall(
    'accounts.balanceOn',
    { accountId: account.id, date: date ?? today },
    { enabled: date !== null },
  )
  return (
    <section className={layout.stack} aria-labelledby="balance-on-title">
      <h3 id="balance-on-title">{t('balanceOn.title')}</h3>
      <DayFilter label={t('balanceOn.date')} value={date} onChange={setDate} />
      {date !== null && <AnswerNote answer={answer} />}
      {date !== null && answer.state === 'known' && (
        <dl className={sums.sums}>
          {(['recorded', 'byValue'] as const).map((basis) => (
            <Fact key={basis} label={t(`balanceOn.${basis}`)}>
              <Amount value={answer.value[basis]} currency={account.currency} withCurrency strong />
            </Fact>
          ))}
        </dl>
      )}
    </section>
  )
}
