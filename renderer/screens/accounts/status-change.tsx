import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { ChangedAccount } from './changed-account.tsx'
import { ClosingFacts } from './closing-facts.tsx'
import { useStatusChange, type StatusChange as Change } from './use-status-change.ts'

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
      <ChangedAccount account={account} />
      {change === 'close' && <ClosingFacts account={account} />}
      <p>{t(QUESTIONS[change])}</p>
      <FormText control={control} name="reason" label={t('reason')} startHere maxLength={500} />
    </InlineForm>
  )
}
