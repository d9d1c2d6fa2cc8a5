import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import type { SubmitAction } from '../../components/form/form-actions.ts'
import { typedAmount } from '../../components/form/typed-amount.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'

const schemaFor = (currency: string) =>
  z.object({
    tolerance: typedAmount(readTypedNotNegative, currency),
  })

/** The form of the tolerated difference, checked in the branch's currency. */
export function useCountTolerance(posting: PostingCommand<'branches.proposeTolerance'>) {
  const { t } = useTranslation('branches')
  const { branch, serverConnected } = useSession()
  const currency = branch?.currency ?? DEFAULT_CURRENCY
  const form = useContractForm(schemaFor(currency), { tolerance: '' })
  const submit: SubmitAction = {
    label: t('tolerance.action'),
    run: () => void form.handleSubmit((values) => serverConnected && posting.post(values))(),
    busy: posting.phase === 'sending',
    unavailable: !serverConnected,
    keyDisabled: !serverConnected || posting.frozen,
  }
  return { control: form.control, currency, submit }
}
