import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { amountText } from '../../../shared/contract/fields.ts'
import { toDecimal } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'
import { LIMIT_FIELD_OF as FIELD_OF } from './limit-field-of.ts'

const schema = z.object({ agreedLimit: amountText.min(1) })

/** Proposes another limit of an account under one key; `onDone` gets the sentence that says so. */
export function useLimitChange(account: AccountView, onDone: (message: string) => void) {
  const { t } = useTranslation('accounts')
  const { serverConnected } = useSession()
  const { id, currency, accountNumber } = account
  const propose = useCall('accounts.proposeLimit')
  const [key] = useState(() => crypto.randomUUID())
  const [shownAtField, setShownAtField] = useState(false)
  const form = useContractForm(schema, { agreedLimit: '' })
  const save = form.handleSubmit(async ({ agreedLimit }) => {
    const limit = readTypedNotNegative(agreedLimit, currency)
    if (!limit.ok) return setShownAtField(showFailure(form, limit.error, FIELD_OF))
    const answer = await propose.run({ key, accountId: id, currency, agreedLimit: toDecimal(limit.value) })
    if (answer === null) return
    if (!answer.ok) return setShownAtField(showFailure(form, answer.error, FIELD_OF))
    const done = t('limit.proposed', { number: formatAccountNumber(accountNumber) })
    announce(done)
    onDone(done)
  })
  const submit = {
    label: t('limit.propose'),
    run: () => void save(),
    busy: propose.busy,
    unavailable: !serverConnected,
  }
  return { control: form.control, submit, failure: shownAtField ? null : propose.failure }
}
