import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { FormMoney } from '../../components/form/form-money.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { ChangedAccount } from './changed-account.tsx'
import { useLimitChange } from './use-limit-change.ts'

type Props = {
  readonly account: AccountView
  /** With what was proposed, or null when nothing was. */
  readonly onClose: (message: string | null) => void
}

/** Proposes another overdraft or principal; a supervisor who is somebody else approves it. */
export function LimitChange({ account, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { control, submit, failure } = useLimitChange(account, onClose)
  const leave = { label: t('cancel'), run: () => onClose(null), unavailable: submit.busy, keyDisabled: false }
  return (
    <InlineForm framed={t('limit.change')} submit={submit} leave={leave} failure={failure}>
      <ChangedAccount account={account} />
      <p>{t('limit.ask')}</p>
      <FormMoney
        control={control}
        name="agreedLimit"
        label={t(isOwed(account.accountType) ? 'limit.newPrincipal' : 'limit.newOverdraft')}
        currency={account.currency}
        startHere
      />
    </InlineForm>
  )
}
