import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { LOAN_METHODS } from '../../../shared/rules/product-terms.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { ScheduleTable } from './schedule-table.tsx'
import { usePayOutLoan } from './use-pay-out-loan.ts'

type Props = { readonly account: AccountView; readonly onClose: () => void }

/** Pays a loan out onto another account of the customer; the schedule is shown before. */
export function PayOutLoan({ account, onClose }: Props) {
  const { t } = useTranslation('products')
  const { control, posting, schedule, targets, post } = usePayOutLoan(account)
  const { phase, frozen } = posting
  if (posting.result?.status === 'PENDING') return <PayoutWaits onClose={onClose} />
  return (
    <>
      <InlineForm
        enter="moves-on"
        framed={t('loan.payOut')}
        submit={{ label: t('loan.post'), run: post, busy: phase === 'sending', unavailable: frozen }}
        leave={{ label: t('form.cancel'), run: onClose, unavailable: frozen }}
        notes={<OutcomeNote posting={posting} />}
      >
        <FormMoney
          control={control}
          name="amount"
          label={t('loan.amount')}
          currency={account.currency}
          startHere
        />
        <FormSelect control={control} name="toAccountId" label={t('loan.onto')} options={targets} />
        <FormSelect
          control={control}
          name="method"
          label={t('loan.method')}
          options={LOAN_METHODS.map((value) => ({ value, label: t(`loan.methods.${value}`) }))}
        />
        <FormText control={control} name="months" label={t('loan.months')} dir="ltr" maxLength={3} />
        <FormDate control={control} name="firstDue" label={t('loan.firstDue')} />
      </InlineForm>
      {schedule !== null && <ScheduleTable schedule={schedule} currency={account.currency} />}
    </>
  )
}

/** Above a limit: nothing is paid out until a second person approves it. */
function PayoutWaits({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useTranslation('products')
  return (
    <Note tone="warn">
      <p>{t('loan.waits')}</p>
      <BusyButton variant="default" startHere onClick={onClose}>
        {t('loan.close')}
      </BusyButton>
    </Note>
  )
}
