import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { amountText, isoDate } from '../../../shared/contract/fields.ts'
import type { PostingLimit } from '../../../shared/contract/limits.ts'
import { fromLedger, toDecimal } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative, showMoney } from '../../i18n/amounts.ts'

const AMOUNTS = ['perPosting', 'perPersonDay', 'perAccountDay'] as const

const schema = z.object({
  perPosting: amountText.min(1),
  perPersonDay: amountText.min(1),
  perAccountDay: amountText,
  validFrom: isoDate,
  validUntil: isoDate.or(z.literal('')),
})

/** Proposes other amounts for the same role, type and currency, under one key. */
export function useProposeLimit(limit: PostingLimit, today: string) {
  const { t } = useTranslation('limits')
  const { serverConnected } = useSession()
  const { role, transactionType, currency } = limit
  const propose = useCall('limits.propose')
  const [key] = useState(() => crypto.randomUUID())
  const [proposed, setProposed] = useState(false)
  const shown = (text: string) => showMoney(fromLedger(text, currency))
  const form = useContractForm(schema, {
    perPosting: shown(limit.perPosting),
    perPersonDay: shown(limit.perPersonDay),
    perAccountDay: limit.perAccountDay === null ? '' : shown(limit.perAccountDay),
    validFrom: today,
    validUntil: '',
  })
  const save = form.handleSubmit(async (typed) => {
    const amounts = { perPosting: '', perPersonDay: '', perAccountDay: null as string | null }
    for (const name of AMOUNTS) {
      if (limit[name] === null) continue
      const read = readTypedNotNegative(typed[name], currency)
      if (!read.ok) {
        showFailure(form, read.error, { [read.error.code]: name })
        return
      }
      amounts[name] = toDecimal(read.value)
    }
    const { validFrom, validUntil } = typed
    const dates = { validFrom, validUntil: validUntil === '' ? null : validUntil }
    const answer = await propose.run({ key, role, transactionType, currency, ...amounts, ...dates })
    if (answer === null || !answer.ok) return
    announce(t('proposed'))
    setProposed(true)
  })
  const submit = {
    label: t('send'),
    run: () => void save(),
    busy: propose.busy,
    unavailable: !serverConnected || proposed,
  }
  return { control: form.control, submit, failure: propose.failure, proposed }
}
