import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { id, isoDate } from '../../../shared/contract/fields.ts'
import { LOAN_METHODS } from '../../../shared/rules/product-terms.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import { typedAmount } from '../../components/form/typed-amount.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { readTypedPositive } from '../../i18n/amounts.ts'
import { i18n } from '../../i18n/i18n.ts'

const MOST_MONTHS = 480

const schemaFor = (currency: string) =>
  z.object({
    amount: typedAmount(readTypedPositive, currency),
    method: z.enum(LOAN_METHODS),
    months: z
      .string()
      .transform(Number)
      .refine((n) => Number.isInteger(n) && n >= 1 && n <= MOST_MONTHS, {
        error: () => i18n.t('products:loan.monthsWrong'),
      }),
    firstDue: isoDate,
    toAccountId: id,
  })

/** The form of a payout, the schedule that it would have, and the posting under one key. */
export function usePayOutLoan({ id: accountId, accountNumber, customerId, currency }: AccountView) {
  const { t } = useTranslation('accounts')
  const posting = usePostingCommand('products.payOutLoan')
  const schema = schemaFor(currency)
  const form = useContractForm(schema, {
    amount: '',
    method: 'ANNUITY',
    months: '12',
    firstDue: '',
    toAccountId: '',
  })
  const typed = schema.safeParse(useWatch({ control: form.control }))
  const { toAccountId: _, ...plan } = typed.data ?? {
    amount: '0',
    method: 'ANNUITY' as const,
    months: 1,
    firstDue: '2000-01-01',
    toAccountId: accountId,
  }
  const preview = useQueryCall(
    'products.previewLoan',
    { accountId, currency, ...plan },
    { enabled: typed.success },
  )
  const { answer: customer } = useQueryCall('customers.get', { customerId })
  const targets =
    customer.state === 'known'
      ? customer.value.accounts.filter(
          (one) => one.accountType !== 'LOAN' && one.currency === currency && one.status === 'ACTIVE',
        )
      : []
  const post = form.handleSubmit((values) => {
    const to = targets.find((one) => one.id === values.toAccountId)?.accountNumber
    const shown = [accountNumber, ...(to === undefined ? [] : [to])]
    posting.post({ accountId, currency, ...values, shown })
  })
  return {
    control: form.control,
    posting,
    schedule: typed.success && preview.answer.state === 'known' ? preview.answer.value.schedule : null,
    targets: targets.map((one) => ({
      value: one.id,
      label: `${t(`type.${one.accountType}`)} ${formatAccountNumber(one.accountNumber)}`,
    })),
    post: () => void post(),
  }
}
