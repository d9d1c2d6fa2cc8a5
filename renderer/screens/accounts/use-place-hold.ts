import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { amountText, text } from '../../../shared/contract/fields.ts'
import { toDecimal } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'

const schema = z.object({
  amount: amountText.min(1),
  reason: text(200),
  expiresOn: z.union([z.literal(''), z.iso.date()]),
})

/** The field that a refusal of a hold is about. */
const FIELD_OF = {
  AMOUNT_AMBIGUOUS: 'amount',
  AMOUNT_NOT_A_NUMBER: 'amount',
  AMOUNT_OTHER_CURRENCY: 'amount',
  AMOUNT_OTHER_FORMAT: 'amount',
  AMOUNT_SUM_UNFINISHED: 'amount',
  AMOUNT_NEGATIVE: 'amount',
  AMOUNT_ZERO: 'amount',
  AMOUNT_TOO_PRECISE: 'amount',
  AMOUNT_TOO_LARGE: 'amount',
  INSUFFICIENT_FUNDS: 'amount',
  HOLD_ENDS_TOO_EARLY: 'expiresOn',
} as const

/** Places a hold under one key; `onDone` gets the sentence that says so. */
export function usePlaceHold(account: AccountView, onDone: (message: string) => void) {
  const { t } = useTranslation('accounts')
  const { serverConnected } = useSession()
  const { id, currency, accountNumber } = account
  const place = useCall('accounts.placeHold')
  const [key] = useState(() => crypto.randomUUID())
  const [shownAtField, setShownAtField] = useState(false)
  const form = useContractForm(schema, { amount: '', reason: '', expiresOn: '' })
  const save = form.handleSubmit(async ({ amount, reason, expiresOn }) => {
    const money = readTypedNotNegative(amount, currency)
    if (!money.ok) return setShownAtField(showFailure(form, money.error, FIELD_OF))
    const answer = await place.run({
      key,
      accountId: id,
      currency,
      amount: toDecimal(money.value),
      reason,
      expiresOn: expiresOn === '' ? null : expiresOn,
    })
    if (answer === null) return
    if (!answer.ok) return setShownAtField(showFailure(form, answer.error, FIELD_OF))
    const done = t('holds.done', { number: formatAccountNumber(accountNumber) })
    announce(done)
    onDone(done)
  })
  const submit = {
    label: t('holds.place'),
    run: () => void save(),
    busy: place.busy,
    unavailable: !serverConnected,
  }
  return { control: form.control, submit, failure: shownAtField ? null : place.failure }
}
