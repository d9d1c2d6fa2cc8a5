import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { amountText, currency, customerAccountType } from '../../../shared/contract/fields.ts'
import { toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { ACCOUNT_KINDS } from '../../../shared/rules/account-kinds.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'
import { LIMIT_FIELD_OF } from './limit-field-of.ts'

const schema = z.object({
  accountType: customerAccountType,
  currency,
  agreedLimit: amountText,
  /** Empty: the standard product. */
  productId: z.string(),
})

/** The field that a refusal is about. */
const FIELD_OF = {
  CURRENCY_NOT_SUPPORTED: 'currency',
  PRODUCT_NOT_FOUND: 'productId',
  ...LIMIT_FIELD_OF,
} as const

/** The form of a new account. Its id is made here, so that a repeated call opens no second one. */
export function useOpenAccount(
  customerId: string,
  onOpened: (accountNumber: string, message: string) => void,
) {
  const { t } = useTranslation('accounts')
  const { branch, serverConnected } = useSession()
  const open = useCall('accounts.open')
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, {
    accountType: 'SAVINGS',
    currency: branch?.currency ?? '',
    agreedLimit: '',
    productId: '',
  })
  const isOther = useWatch({ control: form.control, name: 'currency' }) !== branch?.currency
  const [shownAtField, setShownAtField] = useState(false)
  const save = form.handleSubmit(async ({ accountType, currency: code, agreedLimit, productId }) => {
    const hasLimit = ACCOUNT_KINDS[accountType].mayHaveLimit && agreedLimit !== ''
    const limit = hasLimit ? readTypedNotNegative(agreedLimit, code) : ok(null)
    if (!limit.ok) return setShownAtField(showFailure(form, limit.error, FIELD_OF))
    const given = limit.value === null ? null : toDecimal(limit.value)
    const answer = await open.run({
      id,
      customerId,
      accountType,
      currency: code,
      agreedLimit: given,
      productId: productId === '' ? null : productId,
    })
    if (answer === null) return
    if (!answer.ok) return setShownAtField(showFailure(form, answer.error, FIELD_OF))
    const number = formatAccountNumber(answer.value.accountNumber)
    const waits = limit.value !== null && limit.value.minor > 0n
    const message = t(waits ? 'open.openedLimitWaits' : 'open.opened', {
      type: t(`type.${accountType}`),
      number,
    })
    announce(message)
    onOpened(answer.value.accountNumber, message)
  })
  const submit = {
    label: t('open.post'),
    run: () => void save(),
    busy: open.busy,
    unavailable: !serverConnected,
  }
  /** The currency of the tills, where the account would be kept in another one: no cash can be posted on it. */
  const cashOnlyIn = isOther ? (branch?.currency ?? null) : null
  return {
    control: form.control,
    cashOnlyIn,
    submit,
    failure: shownAtField ? null : open.failure,
  }
}

export type OpeningAccount = ReturnType<typeof useOpenAccount>
