import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useStatusChange, type Change } from './use-status-change.ts'
import typography from '../../theme/typography.module.css'

const QUESTIONS = { freeze: 'freezeAsk', unfreeze: 'unfreezeAsk', close: 'closeAsk' } as const

type Props = {
  readonly account: AccountView
  readonly change: Change
  /** With what was done, or null when nothing was. */
  readonly onClose: (message: string | null) => void
}

/** Says what will happen, asks for the reason that the audit log keeps, and does it: all where the button was. */
export function StatusChange({ account, change, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { control, submit, failure } = useStatusChange(account, change, onClose)
  // Escape leaves even while the change is being sent.
  const leave = {
    label: t('cancel'),
    run: () => onClose(null),
    unavailable: submit.busy,
    keyDisabled: false,
  }
  return (
    <InlineForm framed={t(change)} submit={submit} leave={leave} failure={failure}>
      <Subject account={account} />
      <p>{t(QUESTIONS[change])}</p>
      <FormText control={control} name="reason" label={t('reason')} startHere maxLength={500} />
    </InlineForm>
  )
}

/** Which account: its kind, number, holder and balance, because it may be another than the one that was meant. */
function Subject({ account }: Pick<Props, 'account'>) {
  const { t } = useTranslation('accounts')
  const { accountType, accountNumber, customerName, ledgerBalance, currency } = account
  return (
    <p className={typography.primary}>
      {t(`type.${accountType}`)} <Identifier>{formatAccountNumber(accountNumber)}</Identifier>,{' '}
      <bdi>{customerName}</bdi>, {t(isOwed(accountType) ? 'owed' : 'balanceIs')}{' '}
      <Amount value={ledgerBalance} currency={currency} withCurrency strong />
    </p>
  )
}
