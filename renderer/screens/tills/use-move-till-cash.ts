import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import type { SubmitAction } from '../../components/form/form-actions.ts'
import { typedAmount } from '../../components/form/typed-amount.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { readTypedPositive } from '../../i18n/amounts.ts'

const schemaFor = (currency: string) =>
  z.object({
    counted: typedAmount(readTypedPositive, currency),
  })

/** The form of cash between vault and till, checked in the till's currency. */
export function useMoveTillCash(posting: PostingCommand<'tills.moveCash'>) {
  const { t } = useTranslation('tills')
  const { till, serverConnected } = useSession()
  const currency = till?.currency ?? DEFAULT_CURRENCY
  const form = useContractForm(schemaFor(currency), { counted: '' })
  const [direction, setDirection] = useState<'IN' | 'OUT'>('IN')
  const submit: SubmitAction = {
    label: t('cash.action'),
    run: () =>
      void form.handleSubmit((values) => serverConnected && posting.post({ direction, ...values }))(),
    busy: posting.phase === 'sending',
    unavailable: !serverConnected,
    keyDisabled: !serverConnected || posting.frozen,
  }
  return { control: form.control, currency, direction, setDirection, submit }
}
