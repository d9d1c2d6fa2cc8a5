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
    description: z.string().trim().min(1).max(200),
  })

/** The form of cash into or out of the vault, checked in the branch's currency. */
export function useMoveCash(posting: PostingCommand<'vault.moveCash'>) {
  const { t } = useTranslation('vault')
  const { branch, serverConnected } = useSession()
  const currency = branch?.currency ?? DEFAULT_CURRENCY
  const form = useContractForm(schemaFor(currency), { counted: '', description: '' })
  const [direction, setDirection] = useState<'IN' | 'OUT'>('IN')
  const unavailable = !serverConnected || branch?.dayOpen !== true
  const submit: SubmitAction = {
    label: t('propose'),
    run: () => void form.handleSubmit((values) => !unavailable && posting.post({ direction, ...values }))(),
    busy: posting.phase === 'sending',
    unavailable,
    keyDisabled: unavailable || posting.frozen,
  }
  return {
    control: form.control,
    currency,
    direction,
    setDirection,
    dayClosed: branch?.dayOpen === false,
    submit,
  }
}

export type MovingCash = ReturnType<typeof useMoveCash>
