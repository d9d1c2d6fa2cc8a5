import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { ChangedAccount } from './changed-account.tsx'

type Props = {
  readonly account: AccountView
  /** With what was done, or null when nothing was. */
  readonly onClose: (message: string | null) => void
}

const schema = z.object({ identity: text(150), reason: text(300) })

/** Proposes to take a dormant account back into use: what the customer has shown, and why. A second person approves it. */
export function Reactivation({ account, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const reactivate = useCall('accounts.reactivate')
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { identity: '', reason: '' })
  const save = form.handleSubmit(async (values) => {
    const answer = await reactivate.run({ key, accountId: account.id, ...values })
    if (answer?.ok !== true) return
    const done = t('reactivationProposed', { number: formatAccountNumber(account.accountNumber) })
    announce(done)
    onClose(done)
  })
  return (
    <InlineForm
      framed={t('reactivate')}
      submit={{ label: t('limit.propose'), run: () => void save(), busy: reactivate.busy }}
      leave={{ label: t('cancel'), run: () => onClose(null), keyDisabled: false }}
      failure={reactivate.failure}
    >
      <ChangedAccount account={account} />
      <p>{t('reactivateAsk')}</p>
      <FormText
        control={form.control}
        name="identity"
        label={t('reactivateIdentity')}
        description={t('reactivateIdentityHint')}
        startHere
        maxLength={150}
      />
      <FormText control={form.control} name="reason" label={t('reason')} maxLength={300} />
    </InlineForm>
  )
}
