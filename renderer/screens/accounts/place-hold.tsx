import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { usePlaceHold } from './use-place-hold.ts'

type Props = { readonly account: AccountView; readonly onClose: (message: string | null) => void }

/** Holds an amount of the account, with a reason and where it has one an end. */
export function PlaceHold({ account, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { control, submit, failure } = usePlaceHold(account, onClose)
  const leave = { label: t('back'), run: () => onClose(null), unavailable: submit.busy, keyDisabled: false }
  return (
    <InlineForm submit={submit} leave={leave} failure={failure}>
      <FormMoney
        control={control}
        name="amount"
        label={t('holds.amount')}
        currency={account.currency}
        startHere
      />
      <FormText control={control} name="reason" label={t('reason')} maxLength={200} />
      <FormDate
        control={control}
        name="expiresOn"
        label={t('holds.lastDay')}
        description={t('holds.lastDayHint')}
      />
    </InlineForm>
  )
}
